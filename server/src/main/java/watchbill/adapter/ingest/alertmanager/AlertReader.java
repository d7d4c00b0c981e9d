package watchbill.adapter.ingest.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.Words;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Refusal;

/// Reads one alert after the other from a batch. What is wrong is noted and read past, so that the
/// next alert can be read.
final class AlertReader {
  /// How long an alert fires that does not say when it ends, unless it is sent again.
  static final Duration RESOLVE_TIMEOUT = Duration.ofMinutes(5);

  private static final int PAIRS_MAX = 128;
  private static final int NAME_MAX = 1024;
  private static final int LABEL_MAX = 4096;
  private static final int ANNOTATION_MAX = 4096;
  private static final String TIME_ALLOWED = "a time as 2025-01-06T03:00:00Z";
  private static final String PAIRS_ALLOWED = "an object whose values are texts";

  private static final PropertyNameMatcher NAMES =
      Json.names("labels", "annotations", "startsAt", "endsAt", "generatorURL");

  private final JsonParser json;
  private final Words words;
  private final IntegrationId integration;
  private final Instant now;
  private final Pairs.Builder labels = new Pairs.Builder();
  private final Pairs.Builder details = new Pairs.Builder();
  private final StringBuilder scratch = new StringBuilder(256);

  private @Nullable Instant startsAt;
  private @Nullable Instant endsAt;
  private @Nullable Refusal refusal;

  AlertReader(JsonParser json, Words words, IntegrationId integration, Instant now) {
    this.json = json;
    this.words = words;
    this.integration = integration;
    this.now = now;
  }

  static Refusal notObject(JsonToken token) {
    return new Refusal("alert.not-object", "", Json.kindOf(token), "an object with labels");
  }

  /// Reads the object the parser stands on; says what is wrong with it, if anything is.
  Optional<Refusal> read() {
    labels.clear();
    details.clear();
    startsAt = null;
    endsAt = null;
    refusal = null;
    int name = json.nextNameMatch(NAMES);
    while (name != PropertyNameMatcher.MATCH_END_OBJECT) {
      JsonToken token = json.nextToken();
      switch (name) {
        case 0 -> readPairs("labels", labels, token);
        case 1 -> readPairs("annotations", details, token);
        case 2 -> startsAt = time("startsAt", token);
        case 3 -> endsAt = time("endsAt", token);
        case 4 -> readGenerator(token);
        default -> json.skipChildren();
      }
      name = json.nextNameMatch(NAMES);
    }
    check();
    return Optional.ofNullable(refusal);
  }

  /// The alert read last, which had nothing wrong.
  AlertReport report() {
    Pairs identity = labels.take();
    String deduplicationKey = LabelSet.text(identity, scratch);
    AlertKey key = AlertKey.of(integration, deduplicationKey);
    Instant end = endsAt;
    if (end != null && !end.isAfter(now)) {
      return new AlertReport.Ended(key);
    }
    Instant start = startsAt == null || startsAt.isAfter(now) ? now : startsAt;
    Instant lease = end == null ? now.plus(RESOLVE_TIMEOUT) : end;
    return new AlertReport.Firing(
        key,
        deduplicationKey,
        Labelled.condition(identity, details.take(), deduplicationKey),
        start,
        Optional.of(lease));
  }

  /// Names with texts. An empty value is as good as none.
  private void readPairs(String field, Pairs.Builder into, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_OBJECT) {
      wrong("alert.wrong-kind", field, Json.kindOf(token), PAIRS_ALLOWED);
      json.skipChildren();
      return;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken value = json.nextToken();
      if (value != JsonToken.VALUE_STRING) {
        wrong("alert.wrong-kind", field + "." + name, Json.kindOf(value), "text");
        json.skipChildren();
      } else {
        readPair(field, name, json.getString(), into);
      }
    }
  }

  private void readPair(String field, String rawName, String rawValue, Pairs.Builder into) {
    if (rawValue.isEmpty()) {
      return;
    }
    String name = words.clean(rawName);
    String value = words.clean(rawValue);
    boolean identifies = into == labels;
    if (name.isEmpty()) {
      wrong("alert.no-name", field, "a name without a letter", "names of 1 letter or more");
    } else if (name.length() > NAME_MAX) {
      wrong("alert.too-long", field, name, "names of at most " + NAME_MAX + " characters");
    } else if (identifies && value.length() > LABEL_MAX) {
      // Not cut: two alerts that differ at the end would become one.
      String at = field + "." + name;
      wrong("alert.too-long", at, value, "at most " + LABEL_MAX + " characters");
    } else if (into.size() == PAIRS_MAX) {
      wrong("alert.too-many", field, "more than " + PAIRS_MAX, "at most " + PAIRS_MAX);
    } else if (!into.add(name, identifies ? value : Words.cut(value, ANNOTATION_MAX))) {
      wrong("alert.twice", field + "." + name, "the same name twice", "each name once");
    }
  }

  private void readGenerator(JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      String url = words.clean(json.getString());
      if (!url.isEmpty()) {
        details.add("generatorURL", Words.cut(url, ANNOTATION_MAX));
      }
    } else if (token != JsonToken.VALUE_NULL) {
      wrong("alert.wrong-kind", "generatorURL", Json.kindOf(token), "text");
      json.skipChildren();
    }
  }

  /// An instant; null when it is absent. Clients write the year 1 for an absent time.
  private @Nullable Instant time(String field, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      wrong("alert.wrong-kind", field, Json.kindOf(token), TIME_ALLOWED);
      json.skipChildren();
      return null;
    }
    String text = json.getString();
    Optional<Instant> time = Times.parse(text);
    if (time.isEmpty()) {
      wrong("alert.time", field, words.clean(text), TIME_ALLOWED);
      return null;
    }
    return time.get().isBefore(Instant.EPOCH) ? null : time.get();
  }

  private void check() {
    if (labels.size() == 0) {
      wrong("alert.no-labels", "labels", "", "at least one label with a value");
    }
    if (startsAt != null && endsAt != null && endsAt.isBefore(startsAt)) {
      wrong("alert.ends-early", "endsAt", endsAt.toString(), "a time not before startsAt");
    }
  }

  /// Of several things that are wrong with one alert, the first is said.
  private void wrong(String code, String field, String seen, String allowed) {
    if (refusal == null) {
      refusal = new Refusal(code, field, seen, allowed);
    }
  }
}
