package watchbill.adapter.ingest.gitlab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Forge;
import watchbill.adapter.ingest.Keys;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Times;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;
import watchbill.kernel.Secret;

/// Reads what GitLab posts. The body says what it is about.
public final class GitlabWebhook implements Dialect {
  private static final String TOKEN = "x-gitlab-token";
  private static final int NAME_MAX = 255;
  private static final Reading NOTHING = new Reading.Understood(List.of(), List.of(), List.of());

  /// GitLab writes `2025-01-06 02:58:00 UTC`, and `2025-01-06 03:58:00 +0100`.
  private static final Pattern ZONE = Pattern.compile(" (?=UTC$|[+-][0-9]{2}:?[0-9]{2}$)");

  private final Function<IntegrationId, Forge> forges;

  /// How each integration is to be read.
  public GitlabWebhook(Function<IntegrationId, Forge> forges) {
    this.forges = forges;
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.GITLAB;
  }

  @Override
  public Set<String> headers() {
    return Set.of(TOKEN);
  }

  /// The token is the secret itself: its hash is kept.
  @Override
  public String kept(String header, String value) {
    return header.equals(TOKEN) ? Keys.hash(value) : value;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    Forge forge = forges.apply(from.id());
    String token = message.header(TOKEN).orElse("");
    if (forge.secret().filter(s -> !isHashOf(token, s)).isPresent()) {
      String seen = token.isEmpty() ? "" : "another token";
      return Reading.Refused.because(
          new Refusal("event.signature", TOKEN, seen, "the secret of the integration"));
    }
    return Fields.read(message.body(), body -> read(body, forge, from, now));
  }

  /// Takes the same time whichever character is wrong.
  private static boolean isHashOf(String hash, Secret secret) {
    return MessageDigest.isEqual(
        Keys.hash(secret.reveal()).getBytes(StandardCharsets.UTF_8),
        hash.getBytes(StandardCharsets.UTF_8));
  }

  private static Reading read(Fields body, Forge forge, Integration from, Instant now) {
    var details = new Details(body.words());
    Optional<Forge.Deed> deed =
        switch (body.required("object_kind", NAME_MAX)) {
          case "deployment" -> deployment(body, details);
          case "pipeline" -> pipeline(body, details);
          default -> Optional.empty();
        };
    if (!body.wrong().isEmpty()) {
      return new Reading.Refused(body.wrong());
    }
    return deed.<Reading>map(d -> forge.understood(d, details, from, now)).orElse(NOTHING);
  }

  private static Optional<Forge.Deed> deployment(Fields body, Details details) {
    String id = body.required("deployment_id", NAME_MAX);
    String ref = oneLine(body, body.required("ref", NAME_MAX));
    String environment = oneLine(body, body.required("environment", NAME_MAX));
    String where = ref + " to " + environment;
    String status = body.required("status", NAME_MAX);
    body.describe("short_sha", "commit", details);
    body.describe("commit_title", "title", details);
    body.describe("environment_tier", "tier", details);
    body.describe("deployable_url", "link", details);
    body.object("user").ifPresent(by -> by.describe("name", "by", details));
    Optional<String> summary =
        switch (status) {
          case "running" -> Optional.of("Deploying " + where);
          case "success" -> Optional.of("Deployed " + where);
          case "failed" -> Optional.of("Deploy of " + where + " failed");
          case "canceled" -> Optional.of("Deploy of " + where + " was called off");
          default -> Optional.empty();
        };
    return summary.map(words ->
        new Forge.Deed(
            "deployment/" + id,
            "deploy to " + environment,
            words,
            project(body),
            time(body, "status_changed_at"),
            end(status)));
  }

  private static Optional<Forge.Deed> pipeline(Fields body, Details details) {
    Optional<Fields> inside = body.object("object_attributes");
    if (inside.isEmpty()) {
      if (!body.has("object_attributes")) {
        body.refuse("event.missing", "object_attributes", "", "an object");
      }
      return Optional.empty();
    }
    Fields pipeline = inside.get();
    String id = pipeline.required("id", NAME_MAX);
    String ref = oneLine(body, pipeline.required("ref", NAME_MAX));
    Forge.End end = end(pipeline.required("status", NAME_MAX));
    if (end == Forge.End.OPEN || !touchesTheService(body, pipeline)) {
      return Optional.empty();
    }
    String name = pipeline.text("name").map(n -> " " + oneLine(body, n)).orElse("");
    pipeline.describe("sha", "commit", details);
    body.object("commit").ifPresent(c -> c.describe("title", "title", details));
    body.object("user").ifPresent(by -> by.describe("name", "by", details));
    link(body, pipeline, id).ifPresent(link -> details.add("link", link));
    String result = end == Forge.End.SUCCEEDED ? " succeeded on " : " failed on ";
    return Optional.of(
        new Forge.Deed(
            "pipeline/" + id,
            "pipeline" + name + " on " + ref,
            "Pipeline" + name + result + ref,
            project(body),
            time(pipeline, "finished_at"),
            end));
  }

  /// Pipelines of proposals, and of branches beside the main one, change nothing in service.
  private static boolean touchesTheService(Fields body, Fields pipeline) {
    if (pipeline.text("source").filter("merge_request_event"::equals).isPresent()) {
      return false;
    }
    boolean isTag = pipeline.text("tag").filter("true"::equals).isPresent();
    Optional<String> main = body.object("project").flatMap(p -> p.text("default_branch"));
    return isTag || main.isEmpty() || main.equals(pipeline.text("ref"));
  }

  private static Forge.End end(String status) {
    return switch (status) {
      case "success" -> Forge.End.SUCCEEDED;
      case "failed" -> Forge.End.FAILED;
      default -> Forge.End.OPEN;
    };
  }

  private static Optional<String> link(Fields body, Fields pipeline, String id) {
    return pipeline
        .text("url")
        .or(() ->
            body.object("project")
                .flatMap(p -> p.text("web_url"))
                .map(url -> url + "/-/pipelines/" + id));
  }

  private static String project(Fields body) {
    return body.object("project")
        .flatMap(p -> p.text("path_with_namespace"))
        .map(name -> oneLine(body, name))
        .orElse("");
  }

  private static Optional<Instant> time(Fields object, String name) {
    return object
        .text(name)
        .map(text -> ZONE.matcher(text).replaceFirst("").replace("UTC", "Z"))
        .flatMap(Times::parse);
  }

  private static String oneLine(Fields body, String text) {
    return body.words().oneLine(text);
  }
}
