package watchbill.adapter.ingest.github;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Forge;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;

/// Reads what GitHub posts. The header says what it is about.
public final class GithubWebhook implements Dialect {
  private static final String EVENT = "x-github-event";
  private static final String SIGNATURE = "x-hub-signature-256";
  private static final String CONTENT_TYPE = "content-type";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FORM_FIELD = "payload=";
  private static final Reading NOTHING = new Reading.Understood(List.of(), List.of(), List.of());

  /// Runs that touch nothing but somebody's proposal.
  private static final Set<String> OF_PROPOSALS =
      Set.of("pull_request", "pull_request_target", "pull_request_review", "merge_group");

  private final Function<IntegrationId, Forge> forges;

  /// How each integration is to be read.
  public GithubWebhook(Function<IntegrationId, Forge> forges) {
    this.forges = forges;
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.GITHUB;
  }

  @Override
  public Set<String> headers() {
    return Set.of(EVENT, SIGNATURE, CONTENT_TYPE);
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    Forge forge = forges.apply(from.id());
    boolean forged =
        forge
            .secret()
            .filter(s -> !Signature.isGood(message.header(SIGNATURE).orElse(""), message.body(), s))
            .isPresent();
    if (forged) {
      String seen = message.header(SIGNATURE).isPresent() ? "another signature" : "";
      return refused("event.signature", SIGNATURE, seen, "a signature made with the secret");
    }
    Optional<String> event = message.header(EVENT);
    if (event.isEmpty()) {
      return refused("event.missing", EVENT, "", "the name of GitHub's event");
    }
    Optional<byte[]> json = json(message);
    return json.isEmpty()
        ? refused("event.form", "payload", "a form that can't be read", "application/json")
        : Fields.read(json.get(), body -> read(event.get(), body, forge, from, now));
  }

  private static Reading read(
      String event, Fields body, Forge forge, Integration from, Instant now) {
    var details = new Details(body.words());
    Optional<Forge.Deed> deed =
        switch (event) {
          case "deployment" -> deployment(body, details);
          case "deployment_status" -> deploymentStatus(body, details);
          case "workflow_run" -> workflowRun(body, details);
          default -> Optional.empty();
        };
    if (!body.wrong().isEmpty()) {
      return new Reading.Refused(body.wrong());
    }
    return deed.<Reading>map(d -> forge.understood(d, details, from, now)).orElse(NOTHING);
  }

  /// A deployment that was asked for: whatever comes of it, it begins now.
  private static Optional<Forge.Deed> deployment(Fields body, Details details) {
    return Parts.inside(body, "deployment")
        .map(d -> deed(body, d, details, d.time("created_at"), Progress.BEGINS));
  }

  private static Optional<Forge.Deed> deploymentStatus(Fields body, Details details) {
    Optional<Fields> deployment = Parts.inside(body, "deployment");
    Optional<Fields> inside = Parts.inside(body, "deployment_status");
    if (inside.isEmpty() || deployment.isEmpty()) {
      return Optional.empty();
    }
    Fields status = inside.get();
    String state = status.required("state", Parts.NAME_MAX);
    Optional<Progress> progress = Progress.of(state);
    status.describe("description", "description", details);
    Parts.link(details, status, "log_url", "target_url");
    Parts.link(details, "environment", status, "environment_url");
    Optional<Instant> at = status.time("created_at");
    return progress.map(p -> deed(body, deployment.get(), details, at, p));
  }

  private static Forge.Deed deed(
      Fields body, Fields deployment, Details details, Optional<Instant> at, Progress progress) {
    String id = deployment.required("id", Parts.NAME_MAX);
    String ref = deployment.required("ref", Parts.NAME_MAX);
    String environment = deployment.required("environment", Parts.NAME_MAX);
    deployment.describe("sha", "commit", details);
    deployment.object("creator").ifPresent(by -> by.describe("login", "by", details));
    return new Forge.Deed(
        "deployment/" + id,
        "deploy to " + environment,
        progress.inWords(Parts.oneLine(body, ref), Parts.oneLine(body, environment)),
        Parts.project(body),
        at,
        progress.end());
  }

  private static Optional<Forge.Deed> workflowRun(Fields body, Details details) {
    return Parts.inside(body, "workflow_run").flatMap(run -> workflowRun(body, run, details));
  }

  private static Optional<Forge.Deed> workflowRun(Fields body, Fields run, Details details) {
    boolean completed = body.text("action").filter("completed"::equals).isPresent();
    Optional<Forge.End> end = run.text("conclusion").flatMap(GithubWebhook::end);
    if (!completed || end.isEmpty() || !touchesTheService(body, run)) {
      return Optional.empty();
    }
    String name = Parts.oneLine(body, run.text("name").orElse("workflow"));
    String branch = Parts.oneLine(body, run.text("head_branch").orElse("an unknown branch"));
    String result = end.get() == Forge.End.SUCCEEDED ? " succeeded on " : " failed on ";
    run.describe("head_sha", "commit", details);
    run.describe("display_title", "title", details);
    run.object("actor").ifPresent(by -> by.describe("login", "by", details));
    Parts.link(details, run, "html_url");
    return Optional.of(
        new Forge.Deed(
            "workflow-run/" + run.required("id", Parts.NAME_MAX),
            "workflow " + name + " on " + branch,
            "Workflow " + name + result + branch,
            Parts.project(body),
            run.time("updated_at"),
            end.get()));
  }

  /// Runs for proposals, and for branches beside the main one, change nothing that is in service.
  private static boolean touchesTheService(Fields body, Fields run) {
    if (run.text("event").filter(OF_PROPOSALS::contains).isPresent()) {
      return false;
    }
    boolean onPush = run.text("event").filter("push"::equals).isPresent();
    Optional<String> main = body.object("repository").flatMap(r -> r.text("default_branch"));
    return !onPush || main.isEmpty() || main.equals(run.text("head_branch"));
  }

  private static Optional<Forge.End> end(String conclusion) {
    return switch (conclusion) {
      case "success" -> Optional.of(Forge.End.SUCCEEDED);
      case "failure", "timed_out", "startup_failure" -> Optional.of(Forge.End.FAILED);
      default -> Optional.empty();
    };
  }

  /// GitHub writes JSON, or a form with JSON in its one field.
  private static Optional<byte[]> json(Message message) {
    boolean isForm = message.header(CONTENT_TYPE).filter(t -> t.startsWith(FORM)).isPresent();
    if (!isForm) {
      return Optional.of(message.body());
    }
    try {
      return message
          .text()
          .filter(t -> t.startsWith(FORM_FIELD))
          .map(t -> URLDecoder.decode(t.substring(FORM_FIELD.length()), StandardCharsets.UTF_8))
          .map(t -> t.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Reading refused(String code, String field, String seen, String allowed) {
    return Reading.Refused.because(new Refusal(code, field, seen, allowed));
  }
}
