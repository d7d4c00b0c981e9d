package watchbill.adapter.api;

import io.helidon.http.Status;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.adapter.http.Route;
import watchbill.catalog.ServiceId;
import watchbill.change.Change;
import watchbill.change.ChangeReport;
import watchbill.change.ChangeStore;
import watchbill.change.Changes;
import watchbill.engine.Command;
import watchbill.kernel.Refusal;

/// Calls about what changed.
final class ChangeCalls {
  private static final Duration LISTED_BACK = Duration.ofDays(7);
  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 500;
  private static final int TEXT_MAX = 1024;
  private static final int LINK_MAX = 2048;

  /// Where a list goes on: when the last change took effect, and its id.
  private static final Pattern PLACE = Pattern.compile("([0-9TZ:.-]{20,32})_([A-Za-z0-9-]{1,64})");

  private ChangeCalls() {}

  /// A change as the API gives it.
  record ChangeJson(
      String id,
      String service,
      String integration,
      String summary,
      String source,
      Instant at,
      Instant receivedAt,
      Map<String, String> details) {
    static ChangeJson of(Change c) {
      return new ChangeJson(
          c.id().value(),
          c.service().handle(),
          c.integration().handle(),
          c.summary(),
          c.source(),
          c.at(),
          c.receivedAt(),
          c.details());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/changes", ChangeCalls::list),
        means.post("/api/v1/changes", ChangeCalls::tell));
  }

  private static void list(Call call) {
    Optional<ServiceId> service =
        Optional.of(call.query("service", "")).filter(s -> !s.isEmpty()).map(ServiceId::new);
    if (service.isPresent() && call.configuration().catalog().service(service.get()).isEmpty()) {
      String handle = service.get().handle();
      Answers.refused(
          call.response(),
          new Refusal("service.unknown", "service", handle, "the handle of a service"),
          "");
      return;
    }
    ChangeStore.Window window = window(call);
    int limit = limit(call.query("limit", ""));
    List<Change> found =
        call.read(stores ->
            service.isPresent()
                ? stores.changes().of(service.get(), window, limit + 1)
                : stores.changes().all(window, limit + 1));
    List<Change> shown = found.size() > limit ? found.subList(0, limit) : found;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("changes", shown.stream().map(ChangeJson::of).toList());
    if (found.size() > limit) {
      answer.put("next", shown.getLast().at() + "_" + shown.getLast().id().value());
    }
    Answers.json(call.response(), Status.OK_200, answer);
  }

  /// Until now, a week back, unless something else is asked for.
  private static ChangeStore.Window window(Call call) {
    String first = call.query("from", "");
    String last = call.query("until", "");
    // What took effect at this very instant is in the list, too.
    Instant until = last.isEmpty() ? call.now().plusMillis(1) : Asked.instant("until", last);
    Instant from = first.isEmpty() ? until.minus(LISTED_BACK) : Asked.instant("from", first);
    if (!until.isAfter(from) || from.isBefore(until.minus(Changes.KEPT.plusDays(1)))) {
      String allowed = "an instant before until, by at most " + Changes.KEPT.toDays() + " d";
      throw Asked.wrong("from", from.toString(), allowed);
    }
    String next = call.query("next", "");
    return next.isEmpty()
        ? new ChangeStore.Window(from, until)
        : new ChangeStore.Window(from, place(next));
  }

  private static ChangeStore.Place place(String text) {
    Matcher matcher = PLACE.matcher(text);
    try {
      if (matcher.matches()) {
        return new ChangeStore.Place(Instant.parse(matcher.group(1)), matcher.group(2));
      }
    } catch (DateTimeException _) {
      // Refused like any other text that no answer of ours holds.
    }
    throw Asked.wrong("next", text, "what an answer gave as next");
  }

  private static int limit(String text) {
    if (text.isEmpty()) {
      return LIMIT;
    }
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > LIMIT_MAX) {
      throw Asked.wrong("limit", text, "1 to " + LIMIT_MAX);
    }
    return limit;
  }

  private static void tell(Call call) {
    Asked asked = call.body();
    var service = new ServiceId(asked.text("service", Call.HANDLE_MAX));
    String summary = asked.text("summary", TEXT_MAX).replaceAll("\\p{Cntrl}+", " ");
    String source = asked.textOrNothing("source", TEXT_MAX);
    Instant at = asked.has("at") ? asked.instant("at") : call.now();
    if (at.isAfter(call.now()) || at.isBefore(call.now().minus(Changes.KEPT))) {
      String allowed = "an instant of the last " + Changes.KEPT.toDays() + " d";
      throw Asked.wrong("at", at.toString(), allowed);
    }
    String link = asked.textOrNothing("link", LINK_MAX);
    Map<String, String> details = link.isEmpty() ? Map.of() : Map.of("link", address(link));
    var report = new ChangeReport(summary, source, at, details);
    call.ask(new Command.TellChange(service, report, call.caller().who()), summary, "");
  }

  private static String address(String link) {
    try {
      var uri = new URI(link);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return link;
      }
    } catch (URISyntaxException _) {
      // Refused below, with all that are not addresses.
    }
    throw Asked.wrong("link", link, "an http or https address");
  }
}
