package watchbill.adapter.ingest.github;

import java.util.Optional;
import watchbill.adapter.ingest.Forge;

/// How far a deployment is. What only waits, or was replaced by the next one, is no change.
enum Progress {
  BEGINS(Forge.End.OPEN),
  SUCCEEDED(Forge.End.SUCCEEDED),
  FAILED(Forge.End.FAILED);

  private final Forge.End end;

  Progress(Forge.End end) {
    this.end = end;
  }

  static Optional<Progress> of(String state) {
    return switch (state) {
      case "in_progress" -> Optional.of(BEGINS);
      case "success" -> Optional.of(SUCCEEDED);
      case "failure", "error" -> Optional.of(FAILED);
      default -> Optional.empty();
    };
  }

  Forge.End end() {
    return end;
  }

  /// `Deployed v41 to production`.
  String inWords(String ref, String environment) {
    return switch (this) {
      case BEGINS -> "Deploying " + ref + " to " + environment;
      case SUCCEEDED -> "Deployed " + ref + " to " + environment;
      case FAILED -> "Deploy of " + ref + " to " + environment + " failed";
    };
  }
}
