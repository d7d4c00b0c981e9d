package watchbill.adapter.ingest.syslog;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Finds the lines in a TCP stream, each framed as its sender likes: by its length before it, or by
/// a line break after it (RFC 6587).
final class Frames {
  /// The longest frame that is believed.
  static final int FRAME_MAX = 64 * 1024;

  /// What is kept of a line.
  static final int LINE_MAX = 8 * 1024;

  private final InputStream in;

  Frames(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /// What comes next.
  sealed interface Frame {
    final class Whole implements Frame {
      private final byte[] bytes;

      Whole(byte[] bytes) {
        this.bytes = bytes;
      }

      byte[] bytes() {
        return bytes;
      }
    }

    /// What comes after it can't be told apart any more.
    record Unreadable(String why) implements Frame {}
  }

  /// The next frame; empty at the end of the stream.
  Optional<Frame> next() throws IOException {
    int first = in.read();
    while (first == '\n' || first == '\r' || first == 0) {
      first = in.read();
    }
    if (first < 0) {
      return Optional.empty();
    }
    return first >= '1' && first <= '9' ? counted(first) : Optional.of(untilBreak(first));
  }

  private Optional<Frame> counted(int first) throws IOException {
    int length = first - '0';
    int next = in.read();
    while (next >= '0' && next <= '9' && length <= FRAME_MAX) {
      length = length * 10 + (next - '0');
      next = in.read();
    }
    if (next != ' ' || length > FRAME_MAX) {
      return Optional.of(new Frame.Unreadable("a frame must say its length, up to " + FRAME_MAX));
    }
    byte[] bytes = in.readNBytes(Math.min(length, LINE_MAX));
    in.skipNBytes(Math.max(0, length - LINE_MAX));
    return Optional.of(new Frame.Whole(bytes));
  }

  private Frame untilBreak(int first) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = first;
    while (next >= 0 && next != '\n' && next != 0) {
      if (line.size() < LINE_MAX) {
        line.write(next);
      }
      next = in.read();
    }
    return new Frame.Whole(line.toByteArray());
  }
}
