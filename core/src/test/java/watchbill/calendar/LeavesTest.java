package watchbill.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// A calendar is read again and again while it changes; the past stays, the rest follows it.
class LeavesTest {
  private static final PersonId ANA = new PersonId("ana");
  private static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");
  private static final int HOURS = 400;

  private final Map<String, Leave> kept = new TreeMap<>();
  private int nextId;

  @Test
  void whatIsPastNeverChangesAndWhatIsAheadIsWhatTheCalendarSays() {
    long seed = 3;
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      kept.clear();
      int now = 0;
      while (now < HOURS / 2) {
        List<AwayEntry> said = calendar(random);
        BitSet before = hours(spans());
        Leaves.Change change = Leaves.replace(ahead(now), said, hour(now));
        apply(change, now);
        BitSet after = hours(spans());
        String at = "seed %d, round %d, hour %d, %s".formatted(seed, round, now, said);
        assertThat(after.get(0, now)).as(at).isEqualTo(before.get(0, now));
        BitSet wanted = hours(said.stream().map(AwayEntry::span).toList());
        assertThat(after.get(now, HOURS)).as(at).isEqualTo(wanted.get(now, HOURS));
        assertThat(Leaves.replace(ahead(now), said, hour(now)).isNothing()).as(at).isTrue();
        now += 1 + random.nextInt(40);
      }
    }
  }

  private void apply(Leaves.Change change, int now) {
    change
        .withdrawn()
        .forEach(leave -> {
          assertThat(leave.span().from()).isAfterOrEqualTo(hour(now));
          kept.remove(leave.id());
        });
    change.ended().forEach(ending -> keep(ending.leave().id(), until(ending)));
    change
        .added()
        .forEach(entry -> {
          assertThat(entry.span().from()).isAfterOrEqualTo(hour(now));
          String id = "%09d".formatted(nextId++);
          keep(id, new Leave(id, ANA, entry.span(), Leaves.CALENDAR, entry.note()));
        });
  }

  private static Leave until(Leaves.Ending ending) {
    Leave l = ending.leave();
    var span = new Span(l.span().from(), ending.until());
    return new Leave(l.id(), l.person(), span, l.source(), l.note());
  }

  private void keep(String id, Leave leave) {
    kept.put(id, leave);
  }

  private List<Leave> ahead(int now) {
    return kept.values().stream().filter(l -> l.span().until().isAfter(hour(now))).toList();
  }

  private List<Span> spans() {
    return kept.values().stream().map(Leave::span).toList();
  }

  private static List<AwayEntry> calendar(Random random) {
    List<AwayEntry> said = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(HOURS - 60);
      var span = new Span(hour(from), hour(from + 1 + random.nextInt(59)));
      said.add(new AwayEntry(span, random.nextBoolean() ? "Cádiz" : "ill"));
    }
    return said;
  }

  private static BitSet hours(List<Span> spans) {
    var hours = new BitSet(HOURS);
    spans.forEach(s -> hours.set(number(s.from()), number(s.until())));
    return hours;
  }

  private static int number(Instant at) {
    return Math.toIntExact(Duration.between(NIGHT, at).toHours());
  }

  private static Instant hour(int number) {
    return NIGHT.plus(Duration.ofHours(number));
  }
}
