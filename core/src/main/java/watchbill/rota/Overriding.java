package watchbill.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Piece;

/// Lays the overrides of one rota and role over what would be without them.
final class Overriding {
  private static final Comparator<RotaOverride> AS_MADE =
      Comparator.comparing(RotaOverride::madeAt).thenComparing(RotaOverride::id);

  private final List<RotaOverride> overrides;
  private List<RotaOverride> inForce = List.of();
  private Instant inForceUntil = Instant.MIN;

  Overriding(List<RotaOverride> all, RotaId rota, Role role) {
    overrides =
        all.stream()
            .filter(o -> o.rota().equals(rota) && o.role().equals(role))
            .sorted(AS_MADE)
            .toList();
  }

  /// When an override begins, ends or changes within itself.
  static Stream<Instant> changes(RotaOverride override) {
    Stream<Instant> ends = Stream.of(override.span().from(), override.span().until());
    return override.change() instanceof Change.FixedPeriod(var stints)
        ? Stream.concat(
            ends, stints.stream().flatMap(s -> Stream.of(s.span().from(), s.span().until())))
        : ends;
  }

  /// One round for each instant at which any was made: a round sees what those before it made.
  ///
  /// @param at never before the last one
  List<Watcher> apply(List<Watcher> planned, Instant at) {
    List<RotaOverride> now = inForce(at);
    List<Watcher> watchers = planned;
    int from = 0;
    while (from < now.size()) {
      int until = from + 1;
      while (until < now.size() && now.get(until).madeAt().equals(now.get(from).madeAt())) {
        until++;
      }
      watchers = round(watchers, now.subList(from, until), at);
      from = until;
    }
    return watchers;
  }

  /// Those in force; looked for again only where one begins or ends.
  private List<RotaOverride> inForce(Instant at) {
    if (!at.isBefore(inForceUntil)) {
      inForce = overrides.stream().filter(o -> o.span().contains(at)).toList();
      inForceUntil =
          overrides.stream()
              .flatMap(o -> Stream.of(o.span().from(), o.span().until()))
              .filter(change -> change.isAfter(at))
              .min(Comparator.naturalOrder())
              .orElse(Piece.NEVER);
    }
    return inForce;
  }

  private static List<Watcher> round(List<Watcher> before, List<RotaOverride> made, Instant at) {
    List<RotaOverride> fixed =
        made.stream().filter(o -> o.change() instanceof Change.FixedPeriod).toList();
    if (!fixed.isEmpty()) {
      return distinct(fixed.stream().flatMap(o -> ofPeriod(o, at)));
    }
    int highest = made.stream().mapToInt(Overriding::priority).max().orElse(Integer.MIN_VALUE);
    if (highest > Integer.MIN_VALUE) {
      return distinct(
          made.stream().filter(o -> priority(o) == highest).flatMap(Overriding::ofTakeOver));
    }
    return edit(before, made);
  }

  /// Replacements and removals look at `before`, and what is added is added. Two who replace the
  /// same person are both on duty.
  private static List<Watcher> edit(List<Watcher> before, List<RotaOverride> made) {
    Map<PersonId, List<Watcher>> replaced = new HashMap<>();
    Set<PersonId> removed = new HashSet<>();
    List<Watcher> added = new ArrayList<>();
    for (RotaOverride override : made) {
      switch (override.change()) {
        case Change.Replace(var out, var in) ->
            replaced.computeIfAbsent(out, _ -> new ArrayList<>()).add(watcher(in, override));
        case Change.Remove(var out) -> removed.add(out);
        case Change.Add(var in) -> added.add(watcher(in, override));
        case Change.TakeOver _, Change.FixedPeriod _ -> {}
      }
    }
    Stream<Watcher> kept =
        before.stream()
            .filter(w -> replaced.containsKey(w.person()) || !removed.contains(w.person()))
            .flatMap(w -> replaced.getOrDefault(w.person(), List.of(w)).stream());
    return distinct(Stream.concat(kept, added.stream()));
  }

  private static int priority(RotaOverride override) {
    return override.change() instanceof Change.TakeOver(_, var priority)
        ? priority
        : Integer.MIN_VALUE;
  }

  private static Stream<Watcher> ofTakeOver(RotaOverride override) {
    return override.change() instanceof Change.TakeOver(var seat, _)
        ? seat.people().stream().map(p -> watcher(p, override))
        : Stream.of();
  }

  private static Stream<Watcher> ofPeriod(RotaOverride override, Instant at) {
    return override.change() instanceof Change.FixedPeriod(var stints)
        ? stints.stream()
            .filter(s -> s.span().contains(at))
            .flatMap(s -> s.seat().people().stream())
            .map(p -> watcher(p, override))
        : Stream.of();
  }

  private static Watcher watcher(PersonId person, RotaOverride by) {
    return new Watcher(person, new Watcher.Because.ByOverride(by.id(), by.reason(), by.madeBy()));
  }

  /// Each person once, for the first reason.
  static List<Watcher> distinct(Stream<Watcher> watchers) {
    Set<PersonId> seen = new HashSet<>();
    return watchers.filter(w -> seen.add(w.person())).toList();
  }
}
