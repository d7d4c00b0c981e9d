package watchbill.law.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What holds for every file of code, whatever its language: not too wide, not too long, finished.
final class TextRules {
  static final int WIDEST_LINE = 100;
  static final int LONGEST_FILE = 500;

  private static final Set<String> CODE = Set.of("java", "jte", "sql", "css", "js", "sh");
  private static final Set<String> SCRIPTS = Set.of("check", "watchbill", ".ci/run");
  private static final Pattern LEFTOVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

  private TextRules() {}

  static boolean applyTo(SourceFile file) {
    return CODE.contains(file.ending()) || SCRIPTS.contains(file.path());
  }

  static List<Fault> faults(SourceFile file) {
    List<Fault> faults = new ArrayList<>();
    List<String> lines = file.lines();
    if (lines.size() > LONGEST_FILE) {
      faults.add(
          file.fault(
              lines.size(),
              lines.size()
                  + " lines; "
                  + LONGEST_FILE
                  + " is the most, and 250 is long already. Which two ideas live here together?"));
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() > WIDEST_LINE && !line.startsWith("import ")) {
        faults.add(
            file.fault(
                i + 1,
                line.length()
                    + " characters; "
                    + WIDEST_LINE
                    + " is the most. Break it where the thought breaks"));
      }
    }
    faults.addAll(leftovers(file));
    return faults;
  }

  /// In Java only comments are searched: a string may speak of leftovers.
  private static List<Fault> leftovers(SourceFile file) {
    List<Fault> faults = new ArrayList<>();
    if (file.isJava()) {
      for (Comments.Line comment : Comments.in(file.text())) {
        addIfLeftover(file, comment.number(), comment.text(), faults);
      }
    } else {
      List<String> lines = file.lines();
      for (int i = 0; i < lines.size(); i++) {
        addIfLeftover(file, i + 1, lines.get(i), faults);
      }
    }
    return faults;
  }

  private static void addIfLeftover(SourceFile file, int number, String text, List<Fault> faults) {
    if (LEFTOVER.matcher(text).find()) {
      faults.add(
          file.fault(number, "a leftover note. Do it now, or open an issue and delete the line"));
    }
  }
}
