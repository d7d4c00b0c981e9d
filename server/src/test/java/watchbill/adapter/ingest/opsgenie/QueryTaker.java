package watchbill.adapter.ingest.opsgenie;

import java.util.List;

/// Opens the query language, which nobody else sees, to the fuzz targets.
public final class QueryTaker {
  public static final List<String> SEEDS =
      List.of(
          "status:open AND (tag:db OR NOT priority:P1)",
          "count > 3 createdAt >= 1736132400000",
          "message:\"disk full\" details.key:x*",
          "tag:(a OR b)");

  private QueryTaker() {}

  /// Fails when a text is neither a query nor refused with its field.
  public static void take(String text) {
    switch (QueryParser.parse(text)) {
      case QueryParser.Parsed.Sound(var query) -> {
        if (query.test() == null) {
          throw new AssertionError("a query tests something");
        }
      }
      case QueryParser.Parsed.Wrong(var refusal) -> {
        if (!refusal.field().equals("query")) {
          throw new AssertionError("the refusal names " + refusal.field());
        }
      }
    }
  }
}
