package watchbill.route;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The text by which the pages of one group are found again. It can be read by a person, and is
/// never long.
public final class GroupKeys {
  /// The group of all alerts of a service.
  public static final String ALL = "";

  /// The page that counts while there is a storm. No rule can have this name.
  public static final String STORM = "!storm";

  private static final int MAX = 200;
  private static final int READABLE = 120;

  private GroupKeys() {}

  /// What is grouped by different rules are different groups, whatever they have in common.
  static String of(String rule, String group) {
    String whole = rule + ": " + group;
    return whole.length() <= MAX ? whole : whole.substring(0, READABLE) + "… " + digest(whole);
  }

  /// The group of one alert alone.
  ///
  /// @param key by which its sender tells its alerts apart
  static String apart(String rule, String integration, String key) {
    return of(rule, integration + "/" + key);
  }

  /// `alertname=HighLoad, cluster=eu`.
  static String labels(List<String> names, Map<String, String> labels) {
    return names.stream()
        .map(name -> name + "=" + escaped(labels.getOrDefault(name, "")))
        .collect(Collectors.joining(", "));
  }

  /// So that no value can look like two.
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(",", "\\,");
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
