package watchbill.adapter.ingest.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A stretch of a mail's bytes, which are not copied.
final class Slice {
  private final byte[] all;
  private final int from;
  private final int to;

  Slice(byte[] all, int from, int to) {
    this.all = all;
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// What begins further on in the same stretch.
  Slice from(int begin) {
    return new Slice(all, begin, to);
  }

  /// Where the line after the one at this place begins.
  int nextLine(int at) {
    int i = at;
    while (i < to && all[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, to);
  }

  boolean isEmptyLine(int at) {
    return at >= to || all[at] == '\n' || (all[at] == '\r' && at + 1 < to && all[at + 1] == '\n');
  }

  byte[] bytes(int begin, int end) {
    return Arrays.copyOfRange(all, begin, end);
  }

  /// What stands between the lines that begin with this boundary, at most so many pieces.
  List<Slice> split(String boundary, int max) {
    byte[] mark = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    List<Slice> pieces = new ArrayList<>();
    int begin = -1;
    int at = from;
    while (at < to && pieces.size() < max) {
      int next = nextLine(at);
      if (isAt(mark, at)) {
        if (begin >= 0) {
          pieces.add(new Slice(all, begin, withoutBreak(begin, at)));
        }
        boolean last = isAt(new byte[] {'-', '-'}, at + mark.length);
        begin = last ? -1 : next;
        if (last) {
          return pieces;
        }
      }
      at = next;
    }
    if (begin >= 0 && pieces.size() < max) {
      // It was cut off on its way; what there is of it is worth reading.
      pieces.add(new Slice(all, begin, to));
    }
    return pieces;
  }

  private boolean isAt(byte[] mark, int at) {
    return at + mark.length <= to && Arrays.equals(all, at, at + mark.length, mark, 0, mark.length);
  }

  /// The line break before a boundary belongs to the boundary.
  private int withoutBreak(int begin, int end) {
    int last = end > begin && all[end - 1] == '\n' ? end - 1 : end;
    return last > begin && all[last - 1] == '\r' ? last - 1 : last;
  }
}
