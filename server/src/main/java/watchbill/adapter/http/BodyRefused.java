package watchbill.adapter.http;

import io.helidon.http.Status;

/// The body is larger, slower or shorter than it may be. Thrown out of whatever reads it; the guard
/// turns it into an answer.
final class BodyRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  private BodyRefused(Problem problem) {
    // Without a stack: it tells of the sender, not of us.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  static Problem tooLarge(long max) {
    return new Problem(
        Status.REQUEST_ENTITY_TOO_LARGE_413,
        "body.too-large",
        "body: it is larger than " + max + " bytes; send less at once",
        "body",
        "at most " + max + " bytes");
  }

  static BodyRefused becauseLarger(long max) {
    return new BodyRefused(tooLarge(max));
  }

  static BodyRefused becauseUnpacksTo(long max) {
    return new BodyRefused(
        new Problem(
            Status.REQUEST_ENTITY_TOO_LARGE_413,
            "body.too-large",
            "body: it unpacks to more than " + max + " bytes; send less at once",
            "body",
            "at most " + max + " bytes, unpacked"));
  }

  static BodyRefused becauseNotGzip() {
    return new BodyRefused(
        new Problem(
            Status.BAD_REQUEST_400,
            "body.encoding",
            "Content-Encoding: the body is not packed by gzip, is cut off or goes on after its end",
            "body",
            "gzip, or no Content-Encoding"));
  }

  static BodyRefused becauseMalformed() {
    return new BodyRefused(
        new Problem(
            Status.BAD_REQUEST_400,
            "body.malformed",
            "body: it is not cut into chunks as HTTP/1.1 has it",
            "body",
            "chunks with their length in hexadecimal, and an empty one at the end"));
  }

  static BodyRefused becauseCutOff(long seen, long announced) {
    return new BodyRefused(
        new Problem(
            Status.BAD_REQUEST_400,
            "body.cut-off",
            "body: it ended after " + seen + " of " + announced + " bytes; send it again",
            "body",
            "as many bytes as Content-Length says"));
  }

  Problem problem() {
    return problem;
  }
}
