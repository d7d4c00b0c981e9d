package watchbill.adapter.web.noise;

import java.util.List;
import watchbill.adapter.web.Frame;

/// What pages of a span were worth.
///
/// @param subline what the headline counts, and since when
/// @param judged how many of all were judged, and how
/// @param parts the same pages, put together in several ways
public record NoiseView(
    Frame frame, String headline, String subline, String judged, List<Part> parts, String asOf) {

  /// Rows of one kind, the noisiest first.
  ///
  /// @param cut how many more rows there are
  public record Part(String heading, List<Row> rows, int cut) {}

  /// One row, in words.
  public record Row(
      String name,
      String pages,
      String judged,
      String woken,
      String soonOver,
      String suggestion,
      String because) {}
}
