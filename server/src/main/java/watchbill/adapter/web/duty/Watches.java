package watchbill.adapter.web.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.adapter.web.Names;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.Shift;
import watchbill.rota.Watcher;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// The duties of one person, in every rota and role, from now on.
record Watches(Roster roster, PersonId person, MyTimes times, Instant now) {
  static final Duration AHEAD = Duration.ofDays(56);
  private static final int SHOWN_MAX = 40;

  /// How much further is looked, so that a shift that begins in time is told to its end.
  private static final Duration TO_ITS_END = Duration.ofDays(35);

  /// All that is looked at.
  static Span window(Instant now) {
    return new Span(now, now.plus(AHEAD).plus(TO_ITS_END));
  }

  /// Those that are, and those to come; the earliest first.
  List<Shift> shifts() {
    Span window = window(now);
    List<Shift> found = new ArrayList<>();
    roster
        .rotas()
        .forEach((id, history) -> {
          List<Role> roles =
              history.at(now).or(history::latest).map(r -> r.roles()).orElse(List.of());
          roles.forEach(role ->
              roster.shifts(id, role, window).stream()
                  .filter(s -> s.people().contains(person))
                  .filter(s -> s.span().from().isBefore(now.plus(AHEAD)))
                  .forEach(found::add));
        });
    found.sort(
        Comparator.comparing((Shift s) -> s.span().from())
            .thenComparing(s -> s.rota().handle())
            .thenComparing(s -> s.role().word()));
    return found;
  }

  /// The duties that count as being on duty: a lieutenant by rule stands behind, and is not.
  static boolean isOnWatch(Shift shift) {
    return !shift.role().equals(Role.LIEUTENANT);
  }

  List<MyDutyView.ShiftItem> items(List<Shift> shifts) {
    return shifts.stream().limit(SHOWN_MAX).map(this::item).toList();
  }

  private MyDutyView.ShiftItem item(Shift shift) {
    String address = "/rotas/" + shift.rota();
    boolean swappable = isOnWatch(shift);
    return new MyDutyView.ShiftItem(
        when(shift),
        TimeWords.of(shift.span().length()),
        Names.title(shift.rota().handle()),
        address,
        detail(shift),
        swappable ? address + "/swap" : "");
  }

  /// What has begun is said by its end.
  private String when(Shift shift) {
    if (!shift.span().from().isAfter(now)) {
      return "Now, until " + end(shift);
    }
    boolean goesOn = shift.span().until().equals(window(now).until());
    return goesOn ? "From " + times.moment(shift.span().from()) + " on" : times.span(shift.span());
  }

  private String end(Shift shift) {
    return roster
        .onDuty(shift.rota(), shift.role(), now)
        .until()
        .map(times::moment)
        .orElse("further notice");
  }

  private String detail(Shift shift) {
    String role = Names.title(shift.role().word());
    String with = with(shift);
    String because = because(shift);
    String lieutenant = isOnWatch(shift) ? lieutenant(shift.rota(), shift.span().from()) : "";
    return List.of(role, with, because, lieutenant).stream()
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String with(Shift shift) {
    var names = new Names(roster);
    List<String> others =
        shift.people().stream().filter(p -> !p.equals(person)).map(names::of).toList();
    return others.isEmpty() ? "" : "with " + Names.list(others);
  }

  private String because(Shift shift) {
    var names = new Names(roster);
    Optional<Watcher> me =
        shift.watchers().stream().filter(w -> w.person().equals(person)).findFirst();
    return me.map(w ->
            switch (w.because()) {
              case Watcher.Because.ByTurn _, Watcher.Because.AsLieutenant _ -> "";
              case Watcher.Because.ByOverride(_, var reason, var madeBy) ->
                  reason.isEmpty() ? "entered by " + names.of(madeBy) : reason;
              case Watcher.Because.StandingIn(var away, var why) ->
                  "for " + names.of(away) + ", who is " + why.inWords();
            })
        .orElse("");
  }

  private String lieutenant(RotaId rota, Instant at) {
    var names = new Names(roster);
    return switch (roster.onDuty(rota, Role.LIEUTENANT, at)) {
      case OnDuty.Somebody s ->
          "lieutenant " + Names.list(s.people().stream().map(names::of).toList());
      case OnDuty.Nobody _ -> "no lieutenant";
    };
  }
}
