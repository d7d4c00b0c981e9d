package watchbill.adapter.ingest.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.Words;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// One item of a message on its way to a report.
final class Item {
  private static final int SUMMARY_MAX = 1024;
  private static final int KEY_MAX = 512;
  private static final int SERVICE_MAX = 100;
  private static final int LABELS_MAX = 128;
  private static final int LABEL_MAX = 4096;
  private static final Duration OLDEST = Duration.ofDays(366);

  /// Looks for odd characters everywhere: a form may hold what no JSON may.
  private static final Words WORDS = Words.of("\\b");

  private final Mapping mapping;
  private final Mapper.Origin origin;
  private final Scope scope;
  private final String where;
  private final Details details = new Details(WORDS);

  Item(Mapping mapping, Mapper.Origin origin, Scope scope, String where) {
    this.mapping = mapping;
    this.origin = origin;
    this.scope = scope;
    this.where = where;
  }

  void read(
      Consumer<AlertReport> reports, Consumer<ChangeReport> changes, Consumer<Refusal> wrong) {
    Optional<String> summary =
        mapping.texts().summary().text(scope).map(WORDS::oneLine).filter(t -> !t.isBlank());
    Optional<String> key = text(mapping.texts().key()).map(WORDS::oneLine);
    boolean change = When.any(mapping.changeWhen(), scope);
    if (summary.isEmpty() && (key.isEmpty() || change)) {
      wrong.accept(missing(change ? "a text" : "a text, or a key"));
    } else if (change) {
      changes.accept(change(Words.cut(summary.get(), SUMMARY_MAX)));
    } else if (Words.isLonger(key.orElse(""), KEY_MAX)) {
      String allowed = "at most " + KEY_MAX + " characters";
      wrong.accept(new Refusal("event.too-long", where + "key", key.orElse(""), allowed));
    } else {
      reports.accept(alert(summary, key, wrong));
    }
  }

  /// Without a key the summary stands in for it, and the other way round.
  private AlertReport alert(
      Optional<String> summary, Optional<String> key, Consumer<Refusal> wrong) {
    String said = Words.cut(summary.or(() -> key).orElseThrow(), SUMMARY_MAX);
    String deduplicationKey = key.orElse(said);
    AlertKey alert = AlertKey.of(origin.from().id(), deduplicationKey);
    if (When.any(mapping.resolvedWhen(), scope)) {
      return new AlertReport.Ended(alert);
    }
    if (summary.isEmpty()) {
      wrong.accept(missing("a text; the key stands in for it"));
    }
    Severity severity = severity(wrong);
    Instant startsAt = at();
    Pairs labels = labels(wrong);
    describe();
    var condition =
        new Condition(
            said,
            text(mapping.texts().source()).map(s -> cut(s, SUMMARY_MAX)).orElse(""),
            severity,
            labels,
            details.take());
    var firing =
        new AlertReport.Firing(alert, deduplicationKey, condition, startsAt, Optional.empty());
    return text(mapping.texts().service())
        .map(named -> cut(named, SERVICE_MAX))
        .filter(named -> !named.isEmpty())
        .map(named -> firing.of(new ServiceId(named)))
        .orElse(firing);
  }

  private ChangeReport change(String summary) {
    Instant at = at();
    labels(_ -> {}).forEach(details::add);
    text(mapping.texts().key()).ifPresent(key -> details.add("id", key));
    describe();
    String source = text(mapping.texts().source()).map(s -> cut(s, SUMMARY_MAX)).orElse("");
    return new ChangeReport(summary, source, at, details.take());
  }

  /// No word at all wakes somebody; a word that nobody has told us is a warning, and is shown.
  private Severity severity(Consumer<Refusal> wrong) {
    Optional<String> word = text(mapping.texts().severity());
    if (word.isEmpty()) {
      return Severity.ERROR;
    }
    Optional<Severity> known = mapping.severity(word.get());
    if (known.isEmpty()) {
      details.add("severity", word.get());
      wrong.accept(
          new Refusal(
              "event.severity",
              where + "severity",
              cut(word.get(), SUMMARY_MAX),
              "critical, error, warning or info, or name the word in severity-words; it was taken"
                  + " for a warning"));
    }
    return known.orElse(Severity.WARNING);
  }

  /// A page is worth more than a date: an odd one is shown, and now counts.
  private Instant at() {
    Optional<String> said = text(mapping.texts().startedAt());
    Optional<Instant> at =
        said.flatMap(Moments::parse)
            .filter(t -> !t.isAfter(origin.now()) && t.isAfter(origin.now().minus(OLDEST)));
    if (at.isEmpty() && said.isPresent()) {
      details.add("started-at", said.get());
    }
    return at.orElse(origin.now());
  }

  private Pairs labels(Consumer<Refusal> wrong) {
    Map<String, String> all = new TreeMap<>();
    mapping.labels().all().flatMap(v -> v.node(scope)).ifPresent(node -> members(node, all, wrong));
    mapping.labels().each().forEach((n, v) -> v.text(scope).ifPresent(text -> all.put(n, text)));
    text(mapping.texts().service()).ifPresent(service -> all.put("service", service));
    var labels = new Pairs.Builder();
    all.forEach((name, value) -> {
      String label = WORDS.oneLine(name);
      if (labels.size() == LABELS_MAX || label.isEmpty() || Words.isLonger(value, LABEL_MAX)) {
        String allowed =
            "at most " + LABELS_MAX + " labels of at most " + LABEL_MAX + " characters";
        wrong.accept(new Refusal("event.too-long", where + "labels." + name, value, allowed));
      } else {
        labels.add(label, WORDS.clean(value));
      }
    });
    return labels.take();
  }

  private void members(JsonNode object, Map<String, String> into, Consumer<Refusal> wrong) {
    if (!object.isObject()) {
      wrong.accept(
          new Refusal(
              "event.wrong-kind", where + "labels", object.toString(), "an object of texts"));
      return;
    }
    object
        .properties()
        .forEach(m -> Value.written(m.getValue()).ifPresent(text -> into.put(m.getKey(), text)));
  }

  private void describe() {
    mapping.details().each().forEach((name, value) -> describe(name, value));
    mapping.details().all().ifPresent(value -> describe("", value));
  }

  private void describe(String name, Value value) {
    Optional<JsonNode> tree = value.node(scope).filter(JsonNode::isContainer);
    if (tree.isPresent()) {
      addTree(name, tree.get());
    } else {
      value.text(scope).ifPresent(text -> details.add(name.isEmpty() ? "details" : name, text));
    }
  }

  private void addTree(String name, JsonNode node) {
    if (node.isObject()) {
      String before = name.isEmpty() ? "" : name + ".";
      node.properties().forEach(m -> addTree(before + m.getKey(), m.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        addTree(name + "[" + i + "]", node.get(i));
      }
    } else if (!node.isNull()) {
      Value.written(node).ifPresent(text -> details.add(name, text));
    }
  }

  private Optional<String> text(Optional<Value> value) {
    return value.flatMap(v -> v.text(scope)).map(WORDS::clean).map(String::strip);
  }

  private static String cut(String text, int max) {
    return Words.cut(WORDS.oneLine(text), max);
  }

  private Refusal missing(String allowed) {
    return new Refusal("event.missing", where + "summary", "", allowed);
  }

  /// Times as senders write them, and as numbers since 1970.
  private static final class Moments {
    private static final long MILLIS_FROM = 100_000_000_000L;

    private Moments() {}

    static Optional<Instant> parse(String text) {
      if (!text.matches("[0-9]{9,16}([.][0-9]{1,9})?")) {
        return Times.parse(text);
      }
      double number = Double.parseDouble(text);
      double seconds = number < MILLIS_FROM ? number : number / 1000;
      return Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)));
    }
  }
}
