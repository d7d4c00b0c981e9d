package watchbill.adapter.ingest.line;

/// Makes one text of texts that differ in numbers alone.
///
/// `took 523 ms` and `took 17 ms` are the same; `db1` and `db2`, or `web-1` and `web-2`, are not: a
/// number that belongs to a name stays.
final class Folding {
  private Folding() {}

  static String fold(String text) {
    var folded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      if (!isDigit(text.charAt(i))) {
        folded.append(text.charAt(i++));
        continue;
      }
      int end = i;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (belongsToName(text, i)) {
        folded.append(text, i, end);
      } else {
        folded.append('#');
      }
      i = end;
    }
    return folded.toString();
  }

  private static boolean belongsToName(String text, int at) {
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    boolean joined = before == '-' || before == '_';
    return joined ? at > 1 && Character.isLetter(text.charAt(at - 2)) : Character.isLetter(before);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
