package watchbill.server.neutral;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Answers line by line: each is a case and the instants it is asked about, or is refused by
/// itself.
public final class NeutralBatch {
  private static final int LINE_MAX = 8 * 1024 * 1024;
  private static final int INSTANTS = 100_000;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private boolean refused;

  /// Answers all lines. Each answer is out before the next line is read, so that a program may ask
  /// and wait.
  ///
  /// @return whether none was refused
  public boolean run(InputStream in, OutputStream out) throws IOException {
    Optional<Line> line = next(in);
    while (line.isPresent()) {
      if (!line.get().isBlank()) {
        out.write(json.writeValueAsBytes(answer(line.get())));
        out.write('\n');
        out.flush();
      }
      line = next(in);
    }
    return !refused;
  }

  /// One line as it came.
  private static final class Line {
    private final byte[] bytes;

    /// Whether it was short enough to be kept.
    private final boolean whole;

    Line(byte[] bytes, boolean whole) {
      this.bytes = bytes;
      this.whole = whole;
    }

    boolean isBlank() {
      for (byte b : bytes) {
        if (!Character.isWhitespace(b)) {
          return false;
        }
      }
      return whole;
    }
  }

  private Answer answer(Line line) {
    try {
      return new Answer.OnCall(onCall(parse(line)));
    } catch (Wrong wrong) {
      refused = true;
      return new Answer.Refused(wrong.answer());
    }
  }

  private static List<List<String>> onCall(Part line) {
    Optional<Variant> variant = Variant.read(line.field("variant"));
    var neutral = NeutralCase.read(line.field("case"), variant);
    List<Instant> instants =
        line.field("at").items(INSTANTS, "instants").stream().map(Part::instant).toList();
    return instants.stream().map(neutral::onCall).toList();
  }

  private Part parse(Line line) {
    var nothing = new Part("line", MissingNode.getInstance());
    if (!line.whole) {
      throw new Wrong(Wrong.TOO_LONG, nothing, "lines of at most " + LINE_MAX + " bytes");
    }
    try {
      JsonNode read = json.readTree(line.bytes);
      if (read.isObject()) {
        return new Part("", read);
      }
      throw new Wrong(Wrong.JSON, new Part("line", read), "a JSON object with case and at");
    } catch (JacksonException e) {
      throw new Wrong(Wrong.JSON, nothing, "JSON on one line; " + e.getOriginalMessage());
    }
  }

  private static Optional<Line> next(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    boolean whole = true;
    while (read >= 0 && read != '\n') {
      whole = whole && bytes.size() < LINE_MAX;
      if (whole) {
        bytes.write(read);
      }
      read = in.read();
    }
    return Optional.of(new Line(bytes.toByteArray(), whole));
  }
}
