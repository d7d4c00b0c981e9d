package watchbill.adapter.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import watchbill.kernel.IdSource;
import watchbill.testkit.contract.IdSourceContract;

class TimeOrderedIdsTest implements IdSourceContract {
  private static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");

  private final TimeOrderedIds ids = new TimeOrderedIds();

  @Override
  public IdSource ids() {
    return ids;
  }

  @Test
  void usesNoLetterThatIsReadAsAnother() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(ids.next(NIGHT.plusMillis(i))).doesNotContainPattern("[ILOU]");
    }
  }

  @Test
  void twoProgramsDoNotMakeTheSameIds() {
    assertThat(new TimeOrderedIds().next(NIGHT)).isNotEqualTo(new TimeOrderedIds().next(NIGHT));
  }

  @Test
  void idsOfProgramsApartSortByTheirClocks() {
    String early = new TimeOrderedIds().next(NIGHT);
    String late = new TimeOrderedIds().next(NIGHT.plusMillis(1));
    assertThat(early).isLessThan(late);
  }
}
