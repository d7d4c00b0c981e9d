package watchbill.adapter.web;

import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What a form sent. Fields that are missing are empty: a form has no nulls.
public final class Form {
  /// More than any form of ours sends; the server cuts off what is longer.
  public static final int BODY_MAX = 16 * 1024;

  private static final int FIELDS_MAX = 32;

  private final Map<String, String> values;

  private Form(Map<String, String> values) {
    this.values = values;
  }

  public static Form read(ServerRequest request) {
    return parse(request.content().hasEntity() ? request.content().as(String.class) : "");
  }

  static Form parse(String body) {
    Map<String, String> values = new HashMap<>();
    for (String pair : body.split("&", FIELDS_MAX + 1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && values.size() < FIELDS_MAX) {
        values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Form(values);
  }

  public String value(String field) {
    return values.getOrDefault(field, "").strip();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // A broken escape is a field that was not sent.
    }
  }
}
