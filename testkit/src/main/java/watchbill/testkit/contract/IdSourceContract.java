package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.NIGHT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.kernel.IdSource;

/// Ids are unique, and a later one sorts later, whatever the clock does.
public interface IdSourceContract {
  IdSource ids();

  @Test
  default void anIdIsTwentySixPlainCharacters() {
    for (int day = 0; day < 1_000; day++) {
      String id = ids().next(NIGHT.plus(Duration.ofDays(day)));
      assertThat(id).matches("[0-9A-Z]{26}");
    }
  }

  @Test
  default void idsOfOneInstantDifferAndAscend() {
    IdSource ids = ids();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      made.add(ids.next(NIGHT));
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  default void idsAscendAlsoWhenTheClockStepsBack() {
    IdSource ids = ids();
    List<String> made = new ArrayList<>();
    for (int seconds : List.of(0, 1, -3_600, 2, 1, -86_400, -86_400, 3)) {
      made.add(ids.next(NIGHT.plusSeconds(seconds)));
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  default void idsAscendWithTimeOverYears() {
    IdSource ids = ids();
    List<String> made = new ArrayList<>();
    for (int day = 0; day < 20_000; day += 100) {
      made.add(ids.next(NIGHT.plus(Duration.ofDays(day))));
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  default void idsDifferWhenManyAskAtOnce() {
    IdSource ids = ids();
    var asked =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () -> IntStream.range(0, 5_000).mapToObj(_ -> ids.next(NIGHT)).toList()))
            .toList();
    List<String> made = asked.stream().flatMap(a -> a.join().stream()).toList();
    assertThat(made).hasSize(20_000).doesNotHaveDuplicates();
  }
}
