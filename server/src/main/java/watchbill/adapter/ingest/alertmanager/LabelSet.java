package watchbill.adapter.ingest.alertmanager;

import watchbill.adapter.ingest.Pairs;

/// Writes a set of labels in its one canonical form, which identifies an alert: `{a="1",b="2"}`.
final class LabelSet {
  private LabelSet() {}

  /// Two different sets never give the same text: what could end a name or a value is escaped.
  static String text(Pairs labels, StringBuilder into) {
    into.setLength(0);
    into.append('{');
    for (int i = 0; i < labels.size(); i++) {
      if (i > 0) {
        into.append(',');
      }
      append(labels.name(i), into);
      into.append("=\"");
      append(labels.value(i), into);
      into.append('"');
    }
    return into.append('}').toString();
  }

  private static void append(String text, StringBuilder into) {
    boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0 && text.indexOf('=') < 0;
    if (plain) {
      into.append(text);
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c == '=') {
        into.append('\\');
      }
      into.append(c);
    }
  }
}
