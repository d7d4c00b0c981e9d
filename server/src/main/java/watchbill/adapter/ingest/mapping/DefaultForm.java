package watchbill.adapter.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import watchbill.kernel.Refusal;

/// The form of an alert that needs no mapping: `summary`, `key`, `severity`, `status`, `source`,
/// `labels`, `details`, `at`; and what GoAlert's generic clients send, `dedup` and `action`.
public final class DefaultForm {
  /// The form as an item, be it the only one.
  public static final Mapping OF_ITEMS = at("@", List.of(), List.of());

  private static final List<String> STATES = List.of("firing", "resolved", "change");

  private DefaultForm() {}

  /// The mapping of an alert in this form.
  ///
  /// @param at where the form begins: `@`, or `$.data`
  /// @param keys where else a key may come from, best first
  /// @param sources where else the source may come from
  public static Mapping at(String at, List<String> keys, List<String> sources) {
    var texts =
        new Mapping.Texts(
            first(at, Stream.of("summary"), List.of()),
            Optional.of(first(at, Stream.of("key", "dedup"), keys)),
            Optional.of(first(at, Stream.of("severity"), List.of())),
            Optional.of(first(at, Stream.of("source"), sources)),
            Optional.empty(),
            Optional.of(first(at, Stream.of("at"), List.of())));
    return new Mapping(
        Optional.empty(),
        texts,
        Map.of(),
        new Mapping.Named(Map.of(), Optional.of(first(at, Stream.of("labels"), List.of()))),
        new Mapping.Named(Map.of(), Optional.of(first(at, Stream.of("details"), List.of()))),
        List.of(
            new When(first(at, Stream.of("status"), List.of()), List.of("resolved")),
            new When(first(at, Stream.of("action"), List.of()), List.of("close"))),
        List.of(new When(first(at, Stream.of("status"), List.of()), List.of("change"))));
  }

  /// What is wrong with the words that decide what it is. To guess would open an alert at the
  /// report of its end.
  ///
  /// @param form the object in this form
  /// @param where it stands, as the beginning of a field's name
  public static Optional<Refusal> objection(JsonNode form, String where) {
    if (!form.isObject()) {
      String seen = form.isMissingNode() ? "" : form.toString();
      String field = where.isEmpty() ? "body" : where.substring(0, where.length() - 1);
      return Optional.of(new Refusal("event.wrong-kind", field, seen, "a JSON object"));
    }
    return oneOf(form, where, "status", STATES)
        .or(() -> oneOf(form, where, "action", List.of("close")));
  }

  private static Optional<Refusal> oneOf(
      JsonNode form, String where, String name, List<String> words) {
    String word = form.path(name).isNull() ? "" : Value.written(form.path(name)).orElse("");
    return word.isEmpty() || words.stream().anyMatch(word.strip()::equalsIgnoreCase)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "event." + name, where + name, word, String.join(", ", words) + " or nothing"));
  }

  private static Value first(String at, Stream<String> names, List<String> others) {
    return new Value.First(
        Stream.concat(names.map(name -> at + "." + name), others.stream())
            .map(path -> JsonPath.parse(path).orElseThrow())
            .<Value>map(Value.AtPath::new)
            .toList());
  }
}
