package watchbill.server.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Writes what was typed into an address.
final class Paths {
  private Paths() {}

  static String segment(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
