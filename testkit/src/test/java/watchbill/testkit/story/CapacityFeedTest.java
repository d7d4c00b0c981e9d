package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.DEV;
import static watchbill.testkit.Cast.NIGHT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Feed;
import watchbill.catalog.Catalog;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.ledger.Compensation;
import watchbill.rota.Rota;
import watchbill.testkit.Cast;
import watchbill.testkit.HouseRules;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;

/// Planners subscribe to what is left of team payments. Ben has the second week of January.
class CapacityFeedTest {
  private static final Feed FEED = new Feed("1", new Feed.OfTeam("payments"), "hash", "dev", NIGHT);

  private final Engine engine =
      new Engine(new MemoryTransactions(), CapacityFeedTest::configuration, new SequentialIds());

  @Test
  void whoIsOnDutyIsThereForHalf() {
    CalendarEntry first = ofWeek("ben.2025-W02", NIGHT).getFirst();
    assertThat(first.summary()).isEqualTo("Ben: 50 % (on duty)");
    assertThat(first.uid()).isEqualTo("capacity.payments.ben.2025-W02.1@example.org");
    assertThat(first.span())
        .isEqualTo(new Span(DutyBooks.at("2025-01-06T00:00"), DutyBooks.at("2025-01-11T00:00")));
    assertThat(first.sequence()).isZero();
    assertThat(ofWeek("ana.2025-W02", NIGHT)).isEmpty();
  }

  @Test
  void aChangeKeepsTheNameAndCounts() {
    CalendarEntry before = ofWeek("ben.2025-W02", NIGHT).getFirst();
    Instant later = NIGHT.plusSeconds(60);
    var wednesday = new Span(DutyBooks.at("2025-01-08T00:00"), DutyBooks.at("2025-01-09T00:00"));
    engine.run(new Command.EnterLeave(BEN, wednesday, "", "ben"), later);
    List<CalendarEntry> after = ofWeek("ben.2025-W02", later);
    assertThat(after)
        .extracting(CalendarEntry::summary)
        .containsExactly("Ben: 50 % (on duty)", "Ben: 0 % (away)", "Ben: 50 % (on duty)");
    assertThat(after.getFirst().uid()).isEqualTo(before.uid());
    assertThat(after.getFirst().sequence()).isEqualTo(1);
    assertThat(after.getFirst().span().until()).isEqualTo(wednesday.from());
    assertThat(ofWeek("ben.2025-W02", later)).isEqualTo(after);
    assertThat(ofWeek("ana.2025-W02", later)).extracting(CalendarEntry::summary).isEmpty();
  }

  private List<CalendarEntry> ofWeek(String part, Instant at) {
    var shown = (Reply.Shown) engine.run(new Command.ShowFeed(FEED, "example.org"), at);
    assertThat(shown.name()).isEqualTo("Capacity: payments");
    return shown.entries().stream().filter(e -> e.uid().contains(part)).toList();
  }

  private static Configuration configuration() {
    Rota plain = Cast.rota(ANA, BEN, CHO, DEV);
    var team = Optional.of(Cast.PAYMENTS);
    var rota = new Rota(plain.id(), plain.zone(), plain.layers(), plain.lieutenant(), team);
    var catalog = new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(), List.of());
    return new Configuration(catalog, List.of(rota), List.of(), HouseRules.of(Compensation.TIME));
  }
}
