package watchbill.restraint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import watchbill.silence.Matchers;
import watchbill.silence.Patterns;
import watchbill.silence.Subject;

/// Inhibition rules, ready to be asked. An alert is reduced to one digest for each side of a rule
/// it is on: of the rule and of its labels that must be equal. Source and target meet by equal
/// digests, so that nobody has to look through all that fires.
public final class Inhibitions {
  private static final int DIGEST_BYTES = 16;

  private final List<Side> sides;

  public Inhibitions(List<InhibitionRule> rules, Patterns patterns) {
    sides =
        rules.stream()
            .map(rule ->
                new Side(
                    rule,
                    Matchers.all(rule.source(), patterns),
                    Matchers.all(rule.target(), patterns)))
            .toList();
  }

  private record Side(
      InhibitionRule rule, Predicate<Subject> isSource, Predicate<Subject> isTarget) {}

  /// What an alert is to one rule.
  ///
  /// @param bothSides whether it is on the other side of the rule too
  public record Mark(String digest, boolean bothSides) {}

  /// For each rule that makes it a source.
  public List<Mark> asSource(Subject subject) {
    List<Mark> marks = new ArrayList<>();
    for (Side side : sides) {
      if (side.isSource().test(subject)) {
        marks.add(new Mark(digest(side.rule(), subject), side.isTarget().test(subject)));
      }
    }
    return marks;
  }

  /// For each rule that makes it a target.
  public List<Mark> asTarget(Subject subject) {
    List<Mark> marks = new ArrayList<>();
    for (Side side : sides) {
      if (side.isTarget().test(subject)) {
        marks.add(new Mark(digest(side.rule(), subject), side.isSource().test(subject)));
      }
    }
    return marks;
  }

  /// The same rules have the same name; when it differs, what is known of sources is no good.
  public static String nameOf(List<InhibitionRule> rules) {
    return digest(rules.toString());
  }

  private static String digest(InhibitionRule rule, Subject subject) {
    var text = new StringBuilder(rule.toString());
    for (String label : rule.equal()) {
      String value = subject.label(label);
      text.append('\n').append(value.length()).append(' ').append(value);
    }
    return digest(text.toString());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
