package watchbill.law.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the comments of a Java file, and is not fooled by strings that look like one.
final class Comments {
  /// What can hide or be a comment, longest first: text block, string, character, block, line.
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          \"""(?:[^\\\\]|\\\\.)*?\"""|"(?:[^"\\\\\\n]|\\\\.)*+"|'(?:[^'\\\\\\n]|\\\\.)*+'\
          |(?<block>/\\*.*?\\*/)|(?<line>//[^\\n]*)\
          """,
          Pattern.DOTALL);

  private Comments() {}

  /// One line of a comment, without its slashes and stars.
  record Line(int number, String text, boolean isDocumentation) {}

  static List<Line> in(String java) {
    List<Line> lines = new ArrayList<>();
    for (MatchResult token : TOKEN.matcher(java).results().toList()) {
      String comment = token.group();
      if (!comment.startsWith("//") && !comment.startsWith("/*")) {
        continue;
      }
      int number =
          1 + (int) java.substring(0, token.start()).chars().filter(c -> c == '\n').count();
      boolean isDocumentation = comment.startsWith("///") || comment.startsWith("/**");
      for (String line : comment.lines().toList()) {
        lines.add(new Line(number++, withoutMarks(line), isDocumentation));
      }
    }
    return lines;
  }

  private static String withoutMarks(String line) {
    return line.strip().replaceFirst("^(//+|/\\*+|\\*+/?)", "").replaceFirst("\\*+/$", "").strip();
  }
}
