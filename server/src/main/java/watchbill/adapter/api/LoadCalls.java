package watchbill.adapter.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.engine.Happenings;
import watchbill.engine.Workloads;
import watchbill.engine.Workloads.TeamDays;
import watchbill.engine.Workloads.TeamLoad;
import watchbill.kernel.Refusal;
import watchbill.time.Span;

/// Calls about how duty weighs on a team. Everybody who is signed in sees them: what is spread
/// fairly can be looked at.
final class LoadCalls {
  private static final int DAYS_MAX = 366;
  private static final int DAYS_USUAL = 28;

  private LoadCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/load", LoadCalls::load),
        means.get("/api/v1/teams/{team}/capacity", LoadCalls::capacity));
  }

  private record Days(LocalDate from, LocalDate until) {}

  private static void load(Call call) {
    String format = call.query("format", "json");
    if (!format.equals("json") && !format.equals("csv")) {
      throw Asked.wrong("format", format, "json or csv");
    }
    Optional<Team> team = team(call, call.query("team", ""), "");
    if (team.isEmpty()) {
      return;
    }
    ZoneId zone = zone(call);
    LocalDate today = call.now().atZone(zone).toLocalDate();
    Days days = days(call, today.minusDays(DAYS_USUAL));
    var span =
        new Span(
            days.from().atStartOfDay(zone).toInstant(),
            days.until().atStartOfDay(zone).toInstant());
    Optional<TeamLoad> load =
        call.read(s -> Workloads.load(call.configuration(), s, team.get(), span, call.now()));
    LoadJson found =
        load.map(LoadJson::of)
            .orElseThrow(() ->
                Asked.wrong(
                    "until",
                    days.until().toString(),
                    "fewer days: there are more than " + Happenings.PAGES_MAX + " pages"));
    if (format.equals("csv")) {
      call.response().header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8; header=present");
      call.response().header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"load.csv\"");
      call.response().send(found.csv().getBytes(StandardCharsets.UTF_8));
    } else {
      Answers.json(call.response(), Status.OK_200, found);
    }
  }

  private static void capacity(Call call) {
    Optional<Team> team = team(call, call.part("team"), "team");
    if (team.isEmpty()) {
      return;
    }
    Days days = days(call, call.now().atZone(ZoneOffset.UTC).toLocalDate());
    TeamDays found =
        call.read(s ->
            Workloads.capacity(call.configuration(), s, team.get(), days.from(), days.until()));
    Answers.json(call.response(), Status.OK_200, CapacityJson.of(team.get(), found));
  }

  private static Optional<Team> team(Call call, String handle, String fieldOfAddress) {
    Optional<Team> team = call.configuration().catalog().team(new TeamId(handle));
    if (team.isEmpty()) {
      var refusal = new Refusal("team.unknown", "team", handle, "the handle of a team");
      Answers.refused(call.response(), refusal, fieldOfAddress);
    }
    return team;
  }

  private static Days days(Call call, LocalDate first) {
    LocalDate from = Asked.day("from", call.query("from", first.toString()));
    LocalDate until = Asked.day("until", call.query("until", from.plusDays(DAYS_USUAL).toString()));
    if (!from.isBefore(until) || from.plusDays(DAYS_MAX).isBefore(until)) {
      throw Asked.wrong(
          "until", until.toString(), "a day after from, at most " + DAYS_MAX + " days later");
    }
    return new Days(from, until);
  }

  private static ZoneId zone(Call call) {
    String zone = call.query("zone", "UTC");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Asked.wrong("zone", zone, "a time zone such as Europe/Madrid");
    }
  }
}
