package watchbill.adapter.ingest.alertmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.ingest.Times;
import watchbill.kernel.Refusal;
import watchbill.silence.Draft;
import watchbill.silence.Matcher;
import watchbill.silence.Matchers;

/// Reads a silence as clients of this API post it.
final class SilenceReader {
  static final int BODY_MAX = 64 * 1024;

  private static final ObjectReader JSON = JsonMapper.builder().build().reader();
  private static final int WORDS_MAX = 1_000;

  private SilenceReader() {}

  /// What came of reading.
  sealed interface Read {
    /// A silence that can be made.
    ///
    /// @param id of the silence to change; empty for a new one
    record Sound(Optional<String> id, Draft draft) implements Read {}

    record Wrong(Refusal refusal) implements Read {}
  }

  /// The client is at fault. Thrown while reading, caught where reading began.
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    Wrong(String field, String seen, String allowed) {
      super(field, null, false, false);
      this.refusal = new Refusal("silence." + field, field, seen, allowed);
    }
  }

  /// Reads one.
  ///
  /// @param scope what every silence of this client says beside what it was asked
  static Read read(byte[] body, Matcher scope, Instant now) {
    try {
      JsonNode silence = JSON.readTree(body);
      if (!silence.isObject()) {
        throw new Wrong("body", "", "a JSON object with matchers, startsAt, endsAt, createdBy");
      }
      String id = silence.path("id").asString("");
      return new Read.Sound(
          id.isEmpty() ? Optional.empty() : Optional.of(id), draft(silence, scope, now));
    } catch (Wrong wrong) {
      return new Read.Wrong(wrong.refusal);
    } catch (JacksonException e) {
      return new Read.Wrong(new Refusal("body.not-json", "body", "", "a JSON object"));
    }
  }

  private static Draft draft(JsonNode silence, Matcher scope, Instant now) {
    List<Matcher> matchers = new ArrayList<>();
    JsonNode list = silence.path("matchers");
    if (!list.isArray() || list.isEmpty() || list.size() >= Matchers.MATCHERS_MAX) {
      throw new Wrong("matchers", "", "a list of 1 to " + (Matchers.MATCHERS_MAX - 1));
    }
    for (int i = 0; i < list.size(); i++) {
      matchers.add(matcher(list.get(i), "matchers[" + i + "]"));
    }
    matchers.add(scope);
    return new Draft(
        matchers,
        time(silence, "startsAt", Optional.of(now)),
        time(silence, "endsAt", Optional.empty()),
        text(silence, "createdBy"),
        text(silence, "comment"));
  }

  private static Matcher matcher(JsonNode matcher, String field) {
    JsonNode name = matcher.path("name");
    JsonNode value = matcher.path("value");
    if (!name.isString() || !value.isString()) {
      throw new Wrong(field, matcher.toString(), "an object with name, value, isRegex, isEqual");
    }
    return new Matcher(
        name.asString(),
        value.asString(),
        flag(matcher, "isRegex", false, field),
        flag(matcher, "isEqual", true, field));
  }

  /// Older clients leave out what they do not know.
  private static boolean flag(JsonNode matcher, String name, boolean otherwise, String field) {
    JsonNode flag = matcher.path(name);
    if (flag.isMissingNode() || flag.isNull()) {
      return otherwise;
    }
    if (!flag.isBoolean()) {
      throw new Wrong(field + "." + name, flag.toString(), "true or false");
    }
    return flag.asBoolean();
  }

  private static Instant time(JsonNode silence, String name, Optional<Instant> otherwise) {
    String text = silence.path(name).asString("");
    return Optional.of(text)
        .filter(t -> !t.isBlank())
        .or(() -> otherwise.map(Instant::toString))
        .flatMap(Times::parse)
        .orElseThrow(() -> new Wrong(name, text, "a time as 2025-01-06T03:00:00Z"));
  }

  private static String text(JsonNode silence, String name) {
    String text = silence.path(name).asString("").replaceAll("\\p{Cntrl}+", " ").strip();
    if (text.length() > WORDS_MAX) {
      throw new Wrong(name, text.substring(0, 80), "at most " + WORDS_MAX + " characters");
    }
    return text;
  }
}
