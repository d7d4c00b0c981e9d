package watchbill.adapter.egress;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One request and its answer over one connection, in HTTP/1.1 (RFC 9112).
final class HttpExchange {
  private static final int HEAD_MAX = 32_768;

  /// Of what most that is asked of others answers.
  static final int BODY_MAX = 65_536;

  private static final int INTERIM_MAX = 10;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)( .*)?");

  private final InputStream input;
  private final int bodyMax;
  private int headLeft = HEAD_MAX;

  private HttpExchange(InputStream input, int bodyMax) {
    this.input = input;
    this.bodyMax = bodyMax;
  }

  static Answer run(Wire wire, Request request, String authority, int bodyMax) {
    try {
      write(wire.output(), request, authority);
      return new HttpExchange(wire.input(), bodyMax).read();
    } catch (IOException e) {
      return new Answer.Silence(wire.inWords(e));
    }
  }

  private static void write(OutputStream output, Request request, String authority)
      throws IOException {
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    // A `URI` may hold letters beyond ASCII as they are.
    URI address = URI.create(request.address().toASCIIString());
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    var head = new StringBuilder();
    head.append(request.method()).append(' ').append(path + query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\n");
    head.append("User-Agent: watchbill\r\n");
    request.headers().forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    output.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    output.write(body);
    output.flush();
  }

  private Answer read() throws IOException {
    for (int i = 0; i < INTERIM_MAX; i++) {
      int status = status(line());
      Map<String, String> headers = headers();
      if (status >= 200) {
        return new Answer.Answered(status, body(status, headers));
      }
    }
    throw new IOException("it promised an answer again and again and gave none");
  }

  private static int status(String line) throws IOException {
    Matcher matcher = STATUS_LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IOException("it answered, but not in HTTP");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /// The answer is known by its status; a body that breaks off is as good as what came of it.
  private String body(int status, Map<String, String> headers) {
    var body = new ByteArrayOutputStream();
    if (status == 204 || status == 304) {
      return "";
    }
    try {
      if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
        readChunks(body);
      } else {
        copy(body, length(headers.get("content-length")));
      }
    } catch (IOException e) {
      // Kept as far as it came.
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static long length(@Nullable String header) throws IOException {
    if (header == null) {
      return Long.MAX_VALUE; // Until the other side closes.
    }
    return number(header, 10);
  }

  private void readChunks(ByteArrayOutputStream body) throws IOException {
    headLeft = HEAD_MAX;
    while (body.size() < bodyMax) {
      long size = number(line().split(";", 2)[0].strip(), 16);
      if (size == 0) {
        return;
      }
      copy(body, size);
      line();
    }
  }

  private void copy(ByteArrayOutputStream body, long length) throws IOException {
    long left = Math.min(length, bodyMax - body.size());
    byte[] buffer = new byte[4096];
    while (left > 0) {
      int count = input.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        return;
      }
      body.write(buffer, 0, count);
      left -= count;
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new EOFException("it closed the connection without an answer");
      }
      if (--headLeft < 0) {
        throw new IOException("the head of its answer has no end");
      }
      line.append((char) c);
    }
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }

  private static long number(String digits, int radix) throws IOException {
    try {
      return Long.parseUnsignedLong(digits, radix);
    } catch (NumberFormatException e) {
      throw new IOException("not a length: it answered, but not in HTTP", e);
    }
  }
}
