package watchbill.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import watchbill.calendar.CalendarEntry;
import watchbill.catalog.PersonId;

/// Turns shifts into entries of a calendar. Pure.
///
/// An entry is named by the turn it lies in, and not by who takes it or when it begins: whoever
/// takes over a turn, its entry is changed and not doubled.
public final class DutyEntries {
  /// A day to plan for it, and an hour to charge the phone.
  private static final List<Duration> ALARMS = List.of(Duration.ofDays(1), Duration.ofHours(1));

  private final NavigableMap<Instant, Shift> plan = new TreeMap<>();
  private final List<Shift> actual;
  private final Function<PersonId, String> names;

  /// @param plan the shifts of a role by turn alone
  /// @param actual the shifts as they are, over the same window
  /// @param names how people are called
  public DutyEntries(List<Shift> plan, List<Shift> actual, Function<PersonId, String> names) {
    plan.forEach(shift -> this.plan.put(shift.span().from(), shift));
    this.actual = List.copyOf(actual);
    this.names = names;
  }

  /// Everybody's shifts.
  ///
  /// @param domain makes their names unique in the world: `watchbill.example.org`
  public List<CalendarEntry> ofRota(String domain) {
    return entries(domain, Optional.empty());
  }

  /// One person's shifts.
  public List<CalendarEntry> ofPerson(PersonId person, String domain) {
    return entries(domain, Optional.of(person));
  }

  private List<CalendarEntry> entries(String domain, Optional<PersonId> person) {
    Map<String, Integer> parts = new HashMap<>();
    List<CalendarEntry> entries = new ArrayList<>();
    for (Shift shift : actual) {
      String slot = slot(shift);
      int part = parts.merge(slot, 1, Integer::sum);
      boolean counts = person.map(shift.people()::contains).orElse(!shift.isGap());
      if (counts) {
        String whose = person.map(p -> "." + encoded(p.handle())).orElse("");
        entries.add(entry(shift, slot + "." + part + whose + "@" + domain, person));
      }
    }
    return entries;
  }

  private CalendarEntry entry(Shift shift, String uid, Optional<PersonId> person) {
    String duty = shift.role().word() + " of " + shift.rota();
    String who = shift.people().stream().map(names).collect(Collectors.joining(", "));
    String summary = person.isPresent() ? "On duty: " + duty : who + ": " + duty;
    String how =
        shift.watchers().stream()
            .filter(w -> person.map(w.person()::equals).orElse(true))
            .map(w -> w.because().inWords())
            .filter(words -> !words.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return new CalendarEntry(
        uid, 0, shift.span(), summary, how, Instant.EPOCH, alarms(person), false);
  }

  /// A rota's calendar rings for nobody: those on duty have their own.
  private static List<Duration> alarms(Optional<PersonId> person) {
    return person.isPresent() ? ALARMS : List.of();
  }

  /// The turn in which a shift begins, by the plan.
  private String slot(Shift shift) {
    var planned = Optional.ofNullable(plan.floorEntry(shift.span().from()));
    return encoded(shift.rota().handle())
        + "."
        + shift.role().word()
        + "."
        + planned.map(entry -> turn(entry.getValue())).orElse("none");
  }

  /// A gap, or whoever is found by rule, has no turn of a layer: it is named by when it begins.
  private static String turn(Shift planned) {
    String turns =
        planned.watchers().stream()
            .<String>mapMulti((watcher, found) -> {
              if (watcher.because() instanceof Watcher.Because.ByTurn(var layer, var number)) {
                found.accept(encoded(layer) + "-" + number);
              }
            })
            .distinct()
            .collect(Collectors.joining("+"));
    return turns.isEmpty() ? "at-" + planned.span().from().getEpochSecond() : turns;
  }

  /// Letters and digits stay; whatever else there is becomes its number, so that no two names meet.
  private static String encoded(String name) {
    var encoded = new StringBuilder();
    name.codePoints()
        .forEach(c -> {
          boolean plain = c < 128 && Character.isLetterOrDigit(c);
          encoded.append(plain ? Character.toString(c) : "_" + Integer.toHexString(c) + "_");
        });
    return encoded.toString();
  }
}
