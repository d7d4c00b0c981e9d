package watchbill.adapter.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import watchbill.kernel.Refusal;

/// Reads a sender's JSON straight from its bytes, within limits on depth and lengths.
public final class Json {
  /// How deep objects and lists may stand in each other.
  public static final int DEPTH_MAX = 32;

  private static final char REPLACEMENT = '\uFFFD';
  private static final int SAID_MAX = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(100)
                  .maxNameLength(2_000)
                  .maxStringLength(1_000_000)
                  .build())
          // Names are a sender's; to intern them would keep them for ever.
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  public static JsonParser parser(byte[] bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  /// With the same limits, for whoever reads a tree.
  public static JsonFactory factory() {
    return FACTORY;
  }

  /// Tells the names of an object apart without making text of them.
  public static PropertyNameMatcher names(String... names) {
    List<Named> named = Stream.of(names).map(Named::fromString).toList();
    return FACTORY.constructNameMatcher(named, false);
  }

  /// The bytes as text; empty when they are not UTF-8.
  public static Optional<String> text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The quick way puts this character where it found no UTF-8; but a sender may mean it.
    return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes) ? Optional.of(text) : Optional.empty();
  }

  public static Refusal notUtf8() {
    return new Refusal("body.not-utf-8", "body", "bytes that are not UTF-8", "JSON in UTF-8");
  }

  /// What a person needs to find the mistake: where it is, and what stands there.
  public static Refusal malformed(JacksonException e) {
    String said = e.getOriginalMessage() == null ? "not JSON" : e.getOriginalMessage();
    int end = said.indexOf('\n');
    String line = end < 0 ? said : said.substring(0, end);
    String cut = line.length() > SAID_MAX ? line.substring(0, SAID_MAX) : line;
    String where =
        e.getLocation() == null
            ? ""
            : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    return new Refusal(
        "body.not-json", "body", where, "JSON at most " + DEPTH_MAX + " levels deep: " + cut);
  }

  /// What kind of thing stands here, for an error.
  public static String kindOf(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "nothing";
    };
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
