package watchbill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.adapter.ingest.Dialect;
import watchbill.law.House;

/// Every target takes its seeds, and what was found before.
class FuzzTargetsTest {
  @ParameterizedTest
  @MethodSource("targets")
  void takesItsSeedsAndWhatWasFoundBefore(FuzzTarget target) throws Exception {
    List<byte[]> seeds = Seeds.all(target);
    assertThat(seeds).hasSizeGreaterThan(1);
    FuzzTarget.Taker taker = target.made().get();
    for (byte[] seed : seeds) {
      taker.take(seed);
    }
  }

  @Test
  void everyDialectHasATarget() {
    long dialects =
        House.server().stream()
            .filter(c -> c.isAssignableTo(Dialect.class) && !c.isInterface())
            .count();
    assertThat(FuzzTargets.ofDialects()).hasSize((int) dialects);
  }

  static Stream<FuzzTarget> targets() {
    return FuzzTargets.all();
  }
}
