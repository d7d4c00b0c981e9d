package watchbill.adapter.ingest.opsgenie;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked for: the method, what stands after `/v2/alerts`, and the query.
///
/// An alias may hold a slash, which comes as `%2F`; so the address is cut before it is decoded.
record Address(String method, List<String> path, Map<String, String> query) {
  static final String ROOT = "/v2/alerts";

  /// From a line as it is kept beside a message: `POST
  /// /v2/alerts/a%2Fb/close?identifierType=alias`.
  static Optional<Address> parse(String line) {
    int space = line.indexOf(' ');
    int mark = line.indexOf('?', Math.max(space, 0));
    String raw = line.substring(space + 1, mark < 0 ? line.length() : mark);
    if (space < 0 || !raw.startsWith(ROOT)) {
      return Optional.empty();
    }
    try {
      List<String> path = new ArrayList<>();
      for (String part : raw.substring(ROOT.length()).split("/", -1)) {
        if (!part.isEmpty()) {
          // A plus is a plus in a path, and a space in a query.
          path.add(decoded(part.replace("+", "%2B")));
        }
      }
      Map<String, String> query = mark < 0 ? Map.of() : query(line.substring(mark + 1));
      return Optional.of(new Address(line.substring(0, space), List.copyOf(path), query));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A part of the path; empty when it is shorter.
  String part(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  /// A value of the query; empty when it is not there.
  String value(String name) {
    return query.getOrDefault(name, "");
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String raw) {
    // What no store takes well is taken out here as it is of a body.
    return URLDecoder.decode(raw, StandardCharsets.UTF_8)
        .replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", "\uFFFD");
  }
}
