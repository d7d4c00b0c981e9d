package watchbill.adapter.ingest;

import static watchbill.adapter.ingest.BadRequest.oneByte;
import static watchbill.adapter.ingest.BadRequest.raw;

import java.util.List;
import java.util.stream.Stream;

/// Requests that are wrong as HTTP, whatever their body.
final class BadHttp {
  private static final String POST = "POST /v2/enqueue HTTP/1.1\r\nHost: watchbill\r\n";
  private static final String AM = "POST /am/" + IntakeHouse.PROMETHEUS_KEY + "/api/v2/alerts";
  private static final String ALERTS = AM + " HTTP/1.1\r\nHost: watchbill\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

  private BadHttp() {}

  static List<BadRequest> all() {
    return Stream.of(lengths(), chunks(), addresses(), headers(), keys())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadRequest> lengths() {
    return List.of(
        raw("body cut off", POST + "Content-Length: 500\r\n\r\n{\"routing_key\":", 400, "body"),
        raw("length beyond all limits", POST + "Content-Length: 600000000\r\n\r\n{}", 413, "body"),
        raw("length one over", POST + "Content-Length: 524289\r\n\r\n{}", 413, "524288 bytes"),
        raw(
            "really too long",
            POST + "Content-Length: 600000\r\n\r\n" + " ".repeat(600_000),
            413,
            "at most 524288 bytes"),
        raw("length no number", POST + "Content-Length: many\r\n\r\n{}", 400, "problem", "ength"),
        raw("negative length", POST + "Content-Length: -1\r\n\r\n{}", 400, "problem"),
        raw(
            "two lengths",
            POST + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}",
            400,
            "Content-Length"),
        raw(
            "length and chunks",
            POST + "Content-Length: 2\r\n" + CHUNKED + "2\r\n{}\r\n0\r\n\r\n",
            400,
            "Content-Length",
            "Transfer-Encoding"),
        raw(
            "odd transfer encoding",
            POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            400,
            "Transfer-Encoding"));
  }

  private static List<BadRequest> chunks() {
    return List.of(
        raw("chunk size no number", POST + CHUNKED + "zz\r\n{}\r\n0\r\n\r\n", 400, "malformed"),
        raw("negative chunk size", POST + CHUNKED + "-5\r\n{}\r\n0\r\n\r\n", 400, "malformed"),
        raw("huge chunk size", POST + CHUNKED + "7fffffff\r\n{}", 413, "body"),
        raw("chunk size overflows", POST + CHUNKED + "ffffffffffffffff\r\n{}", 400, "malformed"),
        raw(
            "chunks that grow too long",
            POST + CHUNKED + repeated(80, 8000) + "0\r\n\r\n",
            413,
            "at most 524288 bytes"),
        raw("chunk cut off", POST + CHUNKED + "40\r\n{\"routing_key\":", 400, "body"),
        raw("no last chunk", POST + CHUNKED + "2\r\n{}\r\n", 400, "body"),
        raw(
            "last chunk with more",
            POST + CHUNKED + "2\r\n{}\r\n0\r\nmore\r\n\r\n",
            400,
            "malformed"),
        raw(
            "compressed body",
            POST
                + "Content-Encoding: br\r\nContent-Length: 2\r\n\r\n"
                + oneByte(0x1f)
                + oneByte(0x8b),
            415,
            "Content-Encoding",
            "gzip, identity or none"),
        raw(
            "packed body cut off",
            POST
                + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n"
                + oneByte(0x1f)
                + oneByte(0x8b),
            400,
            "body.encoding",
            "cut off"),
        raw(
            "body packed otherwise than said",
            POST + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
            400,
            "body.encoding",
            "not packed by gzip"));
  }

  private static List<BadRequest> addresses() {
    return List.of(
        raw(
            "wrong method",
            "GET /v2/enqueue HTTP/1.1\r\nHost: watchbill\r\n\r\n",
            405,
            "Allow: POST",
            "method"),
        raw(
            "method of no standard",
            "BREW /v2/enqueue HTTP/1.1\r\nHost: watchbill\r\n\r\n",
            405,
            "Allow: POST"),
        raw(
            "address unknown",
            "GET /nowhere HTTP/1.1\r\nHost: watchbill\r\n\r\n",
            404,
            "address.unknown"),
        raw(
            "address that climbs",
            "GET /v2/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
            404,
            "address.unknown"),
        raw(
            "bad percent encoding",
            "GET /v2/%zz HTTP/1.1\r\nHost: watchbill\r\n\r\n",
            400,
            "problem"),
        raw(
            "percent at the end",
            "GET /v2/en% HTTP/1.1\r\nHost: watchbill\r\n\r\n",
            400,
            "problem"),
        raw(
            "nul in the address",
            "GET /v2/%00 HTTP/1.1\r\nHost: watchbill\r\n\r\n",
            404,
            "problem"),
        raw("raw nul in the address", "GET /v2/\u0000 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "problem"),
        raw(
            "address too long",
            "GET /" + "a".repeat(5000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            414,
            "problem"));
  }

  private static List<BadRequest> headers() {
    return List.of(
        raw(
            "headers too long",
            POST + "X-Long: " + "a".repeat(40_000) + "\r\n\r\n",
            431,
            "problem"),
        raw(
            "too many headers",
            POST + "X-Many: aaaaaaaaaaaa\r\n".repeat(2000) + "\r\n",
            431,
            "problem"),
        raw("header without a colon", POST + "nothing\r\n\r\n", 400, "problem"),
        raw("header with a nul", POST + "X-Odd: a\u0000b\r\n\r\n", 400, "problem"),
        raw("no host", "POST /v2/enqueue HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", 400, "Host"),
        raw("two hosts", POST + "Host: other\r\nContent-Length: 2\r\n\r\n{}", 400, "Host"),
        raw(
            "alerts as text",
            ALERTS + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n[]",
            415,
            "Content-Type",
            "application/json"),
        raw("alerts without a type", ALERTS + "Content-Length: 2\r\n\r\n[]", 415, "Content-Type"),
        raw(
            "alerts of broken type",
            ALERTS + "Content-Type: ;;;/\r\nContent-Length: 2\r\n\r\n[]",
            415,
            "Content-Type"),
        raw(
            "alerts in UTF-16",
            ALERTS
                + "Content-Type: application/json; charset=utf-16\r\nContent-Length: 2\r\n\r\n[]",
            415,
            "Content-Type"),
        raw(
            "alerts too long",
            ALERTS + JSON + "Content-Length: 4194305\r\n\r\n[",
            413,
            "at most 4194304 bytes"),
        raw(
            "alerts cut off",
            ALERTS + JSON + "Content-Length: 90\r\n\r\n[{\"labels\":",
            400,
            "body"));
  }

  private static List<BadRequest> keys() {
    return List.of(
        raw("no key", bare("/api/v2/alerts", ""), 401, "WWW-Authenticate: Bearer", "key"),
        raw("wrong bearer", bare("/api/v2/alerts", "Authorization: Bearer wrong\r\n"), 401, "key"),
        raw("empty bearer", bare("/api/v2/alerts", "Authorization: Bearer \r\n"), 401, "key"),
        raw(
            "basic that is no base64",
            bare("/api/v2/alerts", "Authorization: Basic ***\r\n"),
            401,
            "key"),
        raw(
            "basic without a colon",
            bare("/api/v2/alerts", "Authorization: Basic YQ==\r\n"),
            401,
            "key"),
        raw("another scheme", bare("/api/v2/alerts", "Authorization: Digest a=b\r\n"), 401, "key"),
        raw("wrong key in the address", bare("/am/wrong/api/v2/alerts", ""), 401, "key"),
        raw(
            "a PagerDuty key for alerts",
            bare("/am/" + IntakeHouse.PAGERDUTY_KEY + "/api/v2/alerts", ""),
            401,
            "key"));
  }

  private static String bare(String path, String header) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: a\r\n"
        + JSON
        + header
        + "Content-Length: 2\r\n\r\n[]";
  }

  private static String repeated(int count, int size) {
    return (Integer.toHexString(size) + "\r\n" + " ".repeat(size) + "\r\n").repeat(count);
  }
}
