package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.http.Route;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.IntegrationId;
import watchbill.change.ChangeReport;
import watchbill.engine.Rereader;
import watchbill.kernel.Refusal;

/// What an integration would make of a message. Nothing is kept and nobody is woken.
final class TryCalls {
  private static final int BODY_MAX = 2 * 1024 * 1024;
  private static final int TEXT_MAX = 1024 * 1024;
  private static final int HEAD_MAX = 50;

  private TryCalls() {}

  /// One alert or the end of one.
  ///
  /// @param what `firing`, `ended` or `taken-charge`
  /// @param alert by which the end of an alert finds it
  record ReportJson(
      String what,
      String alert,
      Optional<String> key,
      Optional<String> summary,
      Optional<String> severity,
      Optional<String> source,
      Optional<Map<String, String>> labels,
      Optional<Map<String, String>> details,
      Optional<Instant> startsAt) {

    static ReportJson of(AlertReport report) {
      return switch (report) {
        case AlertReport.Firing(var alert, var key, var condition, var startsAt, _, _, _) ->
            new ReportJson(
                "firing",
                hex(alert),
                Optional.of(key),
                Optional.of(condition.summary()),
                Optional.of(condition.severity().word()),
                Optional.of(condition.source()),
                Optional.of(new TreeMap<>(condition.labels())),
                Optional.of(new TreeMap<>(condition.details())),
                Optional.of(startsAt));
        case AlertReport.Ended(var alert, _) -> bare("ended", alert);
        case AlertReport.TakenCharge(var alert) -> bare("taken-charge", alert);
      };
    }

    private static ReportJson bare(String what, AlertKey alert) {
      return new ReportJson(
          what,
          hex(alert),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private static String hex(AlertKey alert) {
      return HexFormat.of().formatHex(alert.bytes());
    }
  }

  /// Something that was not used, and why.
  record RefusedJson(String code, String field, String seen, String allowed, String words) {
    static RefusedJson of(Refusal r) {
      return new RefusedJson(r.code(), r.field(), r.seen(), r.allowed(), r.inWords());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(means.post("/api/v1/integrations/{handle}/try", BODY_MAX, TryCalls::attempt));
  }

  private static void attempt(Call call) {
    var integration = new IntegrationId(call.part("handle"));
    if (call.configuration().catalog().integration(integration).isEmpty()) {
      Answers.refused(
          call.response(),
          new Refusal(
              "integration.unknown", "integration", integration.handle(), "a declared integration"),
          "integration");
      return;
    }
    Asked asked = call.body();
    var event = new Event(new EventId("try"), integration, call.now(), head(asked), body(asked));
    switch (call.means().rereader().read(event, call.now())) {
      case Rereader.Reread.NotReadable(var why, var wrong) -> {
        List<Refusal> said =
            wrong.isEmpty()
                ? List.of(new Refusal("event.not-readable", "body", why, "what can be read"))
                : wrong;
        answer(call, List.of(), List.of(), said);
      }
      case Rereader.Reread.Again(var command, var wrong) ->
          answer(call, command.reports(), command.changes(), wrong);
    }
  }

  private static void answer(
      Call call, List<AlertReport> reports, List<ChangeReport> changes, List<Refusal> wrong) {
    Answers.json(
        call.response(),
        Status.OK_200,
        Map.of(
            "alerts", reports.stream().map(ReportJson::of).toList(),
            "changes", changes,
            "refused", wrong.stream().map(RefusedJson::of).toList()));
  }

  /// As a text, or as the JSON it is.
  private static String body(Asked asked) {
    JsonNode body = asked.body().path("body");
    String text = body.isString() ? body.asString() : body.toString();
    if (body.isMissingNode() || text.length() > TEXT_MAX) {
      String seen = body.isMissingNode() ? "" : text.length() + " characters";
      throw Asked.wrong("body", seen, "a message of at most " + TEXT_MAX + " characters");
    }
    return text;
  }

  /// The headers that came with it.
  private static String head(Asked asked) {
    if (!asked.has("head")) {
      return "";
    }
    JsonNode head = asked.part("head").body();
    boolean texts = head.properties().stream().allMatch(m -> m.getValue().isString());
    if (!texts || head.size() > HEAD_MAX) {
      throw Asked.wrong("head", head.toString(), "an object of at most " + HEAD_MAX + " texts");
    }
    return head.properties().stream()
        .map(m -> line(m.getKey()).toLowerCase(Locale.ROOT) + ": " + line(m.getValue().asString()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
