package watchbill.server.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchbill.adapter.ingest.mapping.JsonPath;
import watchbill.adapter.ingest.mapping.Mapping;
import watchbill.adapter.ingest.mapping.Mapping.Named;
import watchbill.adapter.ingest.mapping.Value;
import watchbill.adapter.ingest.mapping.Values;
import watchbill.adapter.ingest.mapping.When;
import watchbill.adapter.rule.cel.CelMappings;
import watchbill.alert.Severity;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;
import watchbill.server.config.source.Value.Listing;
import watchbill.server.config.source.Value.Text;

/// Reads the `map` of an integration.
final class MappingReader {
  private static final String CEL = "cel:";

  static final Shape<Value> VALUE =
      Shape.of(
              "a path like $.alert.title, a text like {$.host} is down, or cel: and an expression",
              Values::parse)
          .hint("a name with dashes or blanks is written $['the name']");
  static final Shape<JsonPath> ITEMS =
      Shape.of(
          "a path to a list, like $.alerts[*]",
          text -> JsonPath.parse(text).filter(JsonPath::leadsToItems));
  static final Shape<String> WORD =
      Shapes.matching("a word of 1 to 200 characters", "(?s)(?=.*\\S).{1,200}");
  static final Shape<Severity> SEVERITY =
      Shape.of(
              "critical, error, warning or info",
              text -> Stream.of(Severity.values()).filter(s -> s.word().equals(text)).findFirst())
          .among(List.of("critical", "error", "warning", "info"));

  static final Shape<String> EXPRESSION =
      Shape.of(
          "cel: and an expression",
          text -> Optional.of(text.substring(CEL.length()).strip()).filter(t -> !t.isEmpty()));

  private static final int NAMES_MAX = 64;
  private static final int WORDS_MAX = 50;
  private static final int CHOICES_MAX = 5;

  private MappingReader() {}

  static Optional<Mapping> read(Field field) {
    return field
        .fields(
            "items",
            "summary",
            "key",
            "severity",
            "severity-words",
            "source",
            "service",
            "labels",
            "details",
            "started-at",
            "resolved-when",
            "change-when")
        .flatMap(MappingReader::read);
  }

  private static Optional<Mapping> read(Fields map) {
    Optional<Value> summary =
        map.required("summary", VALUE.allowed()).flatMap(MappingReader::value);
    Optional<Value> key = map.field("key").flatMap(MappingReader::value);
    Optional<Value> severity = map.field("severity").flatMap(MappingReader::value);
    Optional<Value> source = map.field("source").flatMap(MappingReader::value);
    Optional<Value> service = map.field("service").flatMap(MappingReader::value);
    Optional<Value> startedAt = map.field("started-at").flatMap(MappingReader::value);
    Optional<JsonPath> items = map.optional("items", ITEMS);
    Map<String, Severity> words =
        map.field("severity-words").map(MappingReader::words).orElse(Map.of());
    Named labels = map.field("labels").map(MappingReader::named).orElse(Named.NONE);
    Named details = map.field("details").map(MappingReader::named).orElse(Named.NONE);
    List<When> resolved = map.field("resolved-when").map(MappingReader::when).orElse(List.of());
    List<When> change = map.field("change-when").map(MappingReader::when).orElse(List.of());
    return summary.map(s ->
        new Mapping(
            items,
            new Mapping.Texts(s, key, severity, source, service, startedAt),
            words,
            labels,
            details,
            resolved,
            change));
  }

  /// One value, or a list of which the first that is there counts.
  private static Optional<Value> value(Field field) {
    if (!(field.value() instanceof Listing)) {
      return single(field);
    }
    List<Value> values =
        field.items(1, CHOICES_MAX, "paths or texts").stream()
            .flatMap(item -> single(item).stream())
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(new Value.First(values));
  }

  private static Optional<Value> single(Field field) {
    return field.value() instanceof Text(_, var written) && written.startsWith(CEL)
        ? field.as(EXPRESSION).flatMap(text -> computed(field, text))
        : field.as(VALUE);
  }

  private static Optional<Value> computed(Field field, String text) {
    return switch (Compiler.CEL.compile(text)) {
      case CelMappings.Compiled.Right(var taking) ->
          Optional.of(new Value.Computed(text, taking::take));
      case CelMappings.Compiled.Wrong(var mistakes) -> {
        mistakes.forEach(
            m -> field.refuse(Mistake.Kind.VALUE, "is no expression in CEL: " + m, ""));
        yield Optional.empty();
      }
    };
  }

  /// Made when the first expression is read, since it takes a second.
  private static final class Compiler {
    static final CelMappings CEL = new CelMappings();
  }

  /// Fields by name, or one path to an object whose members they are.
  private static Named named(Field field) {
    if (field.value() instanceof Text) {
      return new Named(Map.of(), single(field));
    }
    Map<String, Value> each = new TreeMap<>();
    for (Field.Named member : field.named(NAMES_MAX, "names to paths or texts")) {
      value(member.field()).ifPresent(value -> each.put(member.key(), value));
    }
    return new Named(each, Optional.empty());
  }

  private static Map<String, Severity> words(Field field) {
    Map<String, Severity> words = new HashMap<>();
    for (Field.Named member : field.named(4, "severities to lists of words")) {
      Optional<Severity> severity = SEVERITY.parse().apply(member.key());
      if (severity.isEmpty()) {
        member.refuse(Mistake.Kind.UNKNOWN_KEY, "is no severity; use " + SEVERITY.allowed(), "");
      }
      for (Field item : member.field().items(1, WORDS_MAX, "words")) {
        Optional<String> word = item.as(WORD).map(w -> w.strip().toLowerCase(Locale.ROOT));
        if (word.isPresent() && severity.isPresent()) {
          Severity before = words.putIfAbsent(word.get(), severity.get());
          if (before != null) {
            item.refuse(Mistake.Kind.DUPLICATE, "is a word for " + before.word() + " already", "");
          }
        }
      }
    }
    return words;
  }

  /// One condition, or a list of which any will do.
  private static List<When> when(Field field) {
    List<Field> conditions =
        field.value() instanceof Listing
            ? field.items(1, CHOICES_MAX, "conditions")
            : List.of(field);
    List<When> read = new ArrayList<>();
    for (Field condition : conditions) {
      boolean expression = condition.value() instanceof Text;
      Optional<When> one =
          expression
              ? single(condition).map(v -> new When(v, List.of("true")))
              : condition.fields("path", "is").flatMap(MappingReader::comparison);
      one.ifPresent(read::add);
    }
    return read;
  }

  private static Optional<When> comparison(Fields condition) {
    Optional<Value> path =
        condition.required("path", VALUE.allowed()).flatMap(MappingReader::value);
    List<String> is =
        condition.required("is", "a list of 1 to " + WORDS_MAX + " words").stream()
            .flatMap(f -> f.items(1, WORDS_MAX, "words").stream())
            .flatMap(f -> f.as(WORD).stream())
            .map(String::strip)
            .toList();
    return path.filter(_ -> !is.isEmpty()).map(p -> new When(p, is));
  }
}
