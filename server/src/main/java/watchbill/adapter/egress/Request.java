package watchbill.adapter.egress;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// One HTTP request.
///
/// @param headers in the order given; `Host`, `Content-Length` and the like are added
/// @param body as text, sent in UTF-8
public record Request(
    String method, URI address, Reach reach, Map<String, String> headers, String body) {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e\\t]{0,4000}");

  public Request {
    headers = new LinkedHashMap<>(headers);
    headers.forEach(Request::check);
    if (!TOKEN.matcher(method).matches()) {
      throw new IllegalArgumentException("not a method: " + method);
    }
  }

  public static Request post(URI address, Reach reach, Map<String, String> headers, String body) {
    return new Request("POST", address, reach, headers, body);
  }

  /// A line break in a header would begin another one. What comes from outside belongs in a body;
  /// that it got here is a fault of ours.
  private static void check(String name, String value) {
    if (!TOKEN.matcher(name).matches() || !PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException("header " + name + " holds what a header may not hold");
    }
  }
}
