package watchbill.adapter.ingest.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import watchbill.kernel.Refusal;

/// Collects the records of one request, within limits.
final class LogBatch {
  /// How many records of one request are looked at.
  static final int RECORDS_MAX = 5_000;

  /// How much of one text is looked at.
  static final int TEXT_MAX = 16 * 1024;

  /// How many attributes of one record or resource are looked at.
  static final int ATTRIBUTES_MAX = 128;

  /// How deep values may stand in each other.
  static final int DEPTH_MAX = 16;

  private static final int REFUSALS_MAX = 10;

  private final List<Origin> origins = new ArrayList<>();
  private final List<Refusal> wrong = new ArrayList<>();
  private int records;
  private int rejected;

  /// The records of one resource.
  record Origin(Map<String, String> resource, List<LogRecord> records) {}

  /// Whether one more record may be read.
  boolean mayTakeOne() {
    return records < RECORDS_MAX;
  }

  void counted() {
    records++;
  }

  void add(Map<String, String> resource, List<LogRecord> ofIt) {
    origins.add(new Origin(resource, List.copyOf(ofIt)));
  }

  void tooMany() {
    reject(
        new Refusal(
            "logs.too-many",
            "resourceLogs",
            "more records than " + RECORDS_MAX,
            "at most " + RECORDS_MAX + " a request"));
  }

  void reject(Refusal why) {
    rejected++;
    warn(why);
  }

  /// Something could not be used, but no record is lost by it.
  void warn(Refusal why) {
    if (wrong.size() < REFUSALS_MAX && !wrong.contains(why)) {
      wrong.add(why);
    }
  }

  List<Origin> origins() {
    return origins;
  }

  List<Refusal> wrong() {
    return wrong;
  }

  /// How many records could not be taken.
  int rejected() {
    return rejected;
  }
}
