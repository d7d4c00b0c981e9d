package watchbill.adapter.ingest.otlp;

/// Writes a value of any form as one text, up to a length: `{user=ana, tries=[1, 2]}`.
final class ShownValue {
  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  void add(String scalar) {
    append(scalar);
    first = false;
  }

  void open(String bracket) {
    append(bracket);
    first = true;
  }

  void close(String bracket) {
    append(bracket);
    first = false;
  }

  void between() {
    append(first ? "" : ", ");
    first = false;
  }

  /// The key of a pair within a mapping; the outermost key is no part of its own value.
  void key(String key, int depth) {
    if (depth > 0) {
      append(key + "=");
    }
  }

  String text() {
    return text.toString();
  }

  private void append(String more) {
    int room = LogBatch.TEXT_MAX - text.length();
    text.append(more, 0, Math.min(Math.max(0, room), more.length()));
  }
}
