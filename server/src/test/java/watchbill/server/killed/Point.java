package watchbill.server.killed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Where a process is killed: as one of its threads begins this call for the n-th time.
record Point(String call, int number) {
  private static final int BITS = 32;

  /// All that were counted, in an order of which any beginning is spread evenly over the whole.
  static List<Point> spread(Map<String, Integer> counted) {
    List<Point> all = new ArrayList<>();
    counted.forEach((call, times) -> {
      for (int n = 1; n <= times; n++) {
        all.add(new Point(call, n));
      }
    });
    all.sort(Comparator.comparing(Point::call).thenComparingInt(Point::number));
    int shift = BITS - Integer.numberOfLeadingZeros(Math.max(1, all.size() - 1));
    List<Point> spread = new ArrayList<>();
    for (int i = 0; i < 1 << shift; i++) {
      int mirrored = shift == 0 ? 0 : Integer.reverse(i) >>> (BITS - shift);
      if (mirrored < all.size()) {
        spread.add(all.get(mirrored));
      }
    }
    return spread;
  }

  @Override
  public String toString() {
    return call + " " + number;
  }
}
