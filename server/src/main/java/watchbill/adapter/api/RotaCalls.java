package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchbill.adapter.http.Route;
import watchbill.engine.Rosters;
import watchbill.escalation.Roster;
import watchbill.kernel.Refusal;
import watchbill.rota.Gap;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.Shift;
import watchbill.time.Span;

/// Calls about a rota over a stretch of time.
final class RotaCalls {
  private static final Duration USUAL = Duration.ofDays(28);
  private static final Duration MOST = Duration.ofDays(400);

  private RotaCalls() {}

  /// Who is on duty from one instant to another.
  ///
  /// @param gap why nobody is; absent when somebody is
  record ShiftJson(Instant from, Instant until, List<WatcherJson> people, Optional<String> gap) {}

  /// The shifts of one role, one after the other and without a hole.
  record Shifts(
      String rota, String role, ZoneId zone, Instant from, Instant until, List<ShiftJson> shifts) {}

  /// When nobody is on duty.
  record GapJson(Instant from, Instant until, String because) {}

  /// The gaps of one role.
  record Gaps(
      String rota, String role, ZoneId zone, Instant from, Instant until, List<GapJson> gaps) {}

  /// What is asked about.
  private record Question(Rota rota, Role role, Span window, Roster roster) {
    List<Shift> shifts() {
      return roster.shifts(rota.id(), role, window);
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/rotas/{id}/shifts", call -> answer(call, RotaCalls::shifts)),
        means.get("/api/v1/rotas/{id}/gaps", call -> answer(call, RotaCalls::gaps)));
  }

  /// The role that is asked for, which may be any word.
  static Optional<Role> role(Call call) {
    String word = call.query("role", "");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (!Role.isWord(word)) {
      throw Asked.wrong("role", word, "a role, like primary, lieutenant or shadow");
    }
    return Optional.of(new Role(word));
  }

  static Refusal unknown(RotaId rota) {
    return new Refusal("rota.unknown", "rota", rota.handle(), "the handle of a rota");
  }

  private static void answer(Call call, Function<Question, Object> answer) {
    var id = new RotaId(call.part("id"));
    Rota rota = call.configuration().rotas().get(id);
    if (rota == null) {
      Answers.refused(call.response(), unknown(id), "rota");
      return;
    }
    Role role = role(call).orElse(Role.PRIMARY);
    if (!rota.roles().contains(role)) {
      String roles = String.join(", ", rota.roles().stream().map(Role::word).toList());
      throw Asked.wrong("role", role.word(), "a role of rota " + id + ": " + roles);
    }
    Span window = window(call);
    Roster roster = call.read(s -> Rosters.read(call.configuration(), s, window));
    Object said = answer.apply(new Question(rota, role, window, roster));
    Answers.json(call.response(), Status.OK_200, said);
  }

  private static Span window(Call call) {
    String from = call.query("from", "");
    Instant begin = from.isEmpty() ? call.now() : Asked.instant("from", from);
    String until = call.query("until", "");
    Instant end = until.isEmpty() ? begin.plus(USUAL) : Asked.instant("until", until);
    boolean inOrder = begin.isBefore(end);
    if (!inOrder || Duration.between(begin, end).compareTo(MOST) > 0) {
      throw Asked.wrong(
          "until", end.toString(), "an instant after from, at most " + MOST.toDays() + " d");
    }
    return new Span(begin, end);
  }

  private static Shifts shifts(Question asked) {
    List<ShiftJson> shifts =
        asked.shifts().stream()
            .map(shift ->
                new ShiftJson(
                    shift.span().from(),
                    shift.span().until(),
                    WatcherJson.all(asked.roster, shift.watchers()),
                    shift.gap().map(Gap::inWords)))
            .toList();
    return new Shifts(
        asked.rota.id().handle(),
        asked.role.word(),
        asked.rota.zone(),
        asked.window.from(),
        asked.window.until(),
        shifts);
  }

  private static Gaps gaps(Question asked) {
    List<GapJson> gaps =
        asked.shifts().stream()
            .flatMap(shift ->
                shift.gap().stream()
                    .map(gap ->
                        new GapJson(shift.span().from(), shift.span().until(), gap.inWords())))
            .toList();
    return new Gaps(
        asked.rota.id().handle(),
        asked.role.word(),
        asked.rota.zone(),
        asked.window.from(),
        asked.window.until(),
        gaps);
  }
}
