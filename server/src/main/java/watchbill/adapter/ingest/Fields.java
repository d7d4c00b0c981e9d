package watchbill.adapter.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.kernel.Refusal;

/// An object of a sender's JSON with the way that leads to it, and what is wrong in it.
///
/// For messages that are a few kilobytes and come one at a time; what comes by the thousand a
/// second is read from its bytes, without a tree.
public final class Fields {
  private static final int REFUSALS_MAX = 20;
  private static final int ITEMS_MAX = 10_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.factory())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonNode node;
  private final String path;
  private final Words words;
  private final List<Refusal> wrong;

  private Fields(JsonNode node, String path, Words words, List<Refusal> wrong) {
    this.node = node;
    this.path = path;
    this.words = words;
    this.wrong = wrong;
  }

  /// Reads a body that must be one JSON object; says why when it is none.
  public static Reading read(byte[] body, Function<Fields, Reading> object) {
    Optional<String> text = Json.text(body);
    if (text.isEmpty()) {
      return Reading.Refused.because(Json.notUtf8());
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (JacksonException e) {
      return Reading.Refused.because(Json.malformed(e));
    }
    if (!node.isObject()) {
      String found = node.isMissingNode() ? "" : kindOf(node);
      return Reading.Refused.because(
          new Refusal("event.not-object", "body", found, "a JSON object"));
    }
    return object.apply(new Fields(node, "", Words.of(text.get()), new ArrayList<>(0)));
  }

  /// What is wrong with this object, its inner objects included, but not with items of lists.
  public List<Refusal> wrong() {
    return List.copyOf(wrong);
  }

  public Words words() {
    return words;
  }

  public boolean has(String name) {
    JsonNode value = node.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  /// The text, with numbers and truth values as they are written; empty when there is none, or an
  /// empty one. Anything else is refused.
  public Optional<String> text(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      refuse("event.wrong-kind", name, kindOf(value), "text");
      return Optional.empty();
    }
    return Optional.of(words.clean(value.asString())).filter(t -> !t.isBlank());
  }

  /// The text, which must be there and must not be longer: it identifies, so it is never cut.
  public String required(String name, int max) {
    Optional<String> text = text(name);
    if (text.isEmpty() && !node.path(name).isContainer()) {
      refuse("event.missing", name, "", "text of 1 to " + max + " characters");
    } else if (text.filter(t -> Words.isLonger(t, max)).isPresent()) {
      refuse("event.too-long", name, text.get(), "at most " + max + " characters");
    }
    return text.orElse("");
  }

  /// The instant; empty when there is none, when it can't be read, and for the year 1, which is how
  /// programs write that there is none. A page is worth more than a date.
  public Optional<Instant> time(String name) {
    return isScalar(name)
        ? Times.parse(node.path(name).asString()).filter(t -> t.isAfter(Instant.EPOCH))
        : Optional.empty();
  }

  /// The object inside; empty when there is none. Anything else is refused.
  public Optional<Fields> object(String name) {
    JsonNode value = node.path(name);
    if (has(name) && !value.isObject()) {
      refuse("event.wrong-kind", name, kindOf(value), "an object");
    }
    return value.isObject()
        ? Optional.of(new Fields(value, at(name), words, wrong))
        : Optional.empty();
  }

  /// The items of a list of objects, each with its own list of what is wrong. An item that is no
  /// object comes as an empty one that says so.
  public List<Fields> items(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      if (has(name)) {
        refuse("event.wrong-kind", name, kindOf(value), "a list of objects");
      }
      return List.of();
    }
    if (value.size() > ITEMS_MAX) {
      refuse("event.too-many", name, value.size() + " items", "at most " + ITEMS_MAX);
      return List.of();
    }
    List<Fields> items = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      items.add(item(value.get(i), at(name) + "[" + i + "]"));
    }
    return items;
  }

  private Fields item(JsonNode value, String where) {
    List<Refusal> ofItem = new ArrayList<>(0);
    if (value.isObject()) {
      return new Fields(value, where, words, ofItem);
    }
    ofItem.add(new Refusal("event.wrong-kind", where, kindOf(value), "an object"));
    return new Fields(MAPPER.createObjectNode(), where, words, ofItem);
  }

  /// The names of an object inside with their texts, for what identifies: an empty value counts as
  /// none, and one too long is refused, since a cut name is another name.
  public Pairs pairs(String name, PairLimits limits) {
    var pairs = new Pairs.Builder();
    JsonNode object = node.path(name);
    if (has(name) && !object.isObject()) {
      refuse("event.wrong-kind", name, kindOf(object), "an object whose values are texts");
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String field = name + "." + member.getKey();
      JsonNode value = member.getValue();
      if (value.isContainer()) {
        refuse("event.wrong-kind", field, kindOf(value), "text");
      } else if (!value.isNull() && !value.asString().isEmpty()) {
        addPair(field, words.clean(member.getKey()), words.clean(value.asString()), pairs, limits);
      }
    }
    return pairs.take();
  }

  /// How much may stand in pairs.
  ///
  /// @param cuts whether a value that is too long is cut; else it is refused
  public record PairLimits(int count, int name, int value, boolean cuts) {
    /// For labels, by which alerts are told apart.
    public static final PairLimits LABELS = new PairLimits(128, 1024, 4096, false);

    /// For what only describes.
    public static final PairLimits DESCRIBING = new PairLimits(128, 1024, 4096, true);
  }

  private void addPair(
      String field, String name, String value, Pairs.Builder pairs, PairLimits limits) {
    if (name.isEmpty() || name.length() > limits.name()) {
      refuse("event.too-long", field, name, "names of 1 to " + limits.name() + " characters");
    } else if (value.length() > limits.value() && !limits.cuts()) {
      refuse("event.too-long", field, value, "at most " + limits.value() + " characters");
    } else if (pairs.size() == limits.count()) {
      refuse("event.too-many", field, "more than " + limits.count(), "at most " + limits.count());
    } else {
      pairs.add(name, Words.cut(value, limits.value()));
    }
  }

  /// Adds what stands behind a name to what describes the alert, whatever it is.
  public void describe(String name, String as, Details details) {
    JsonNode value = node.path(name);
    if (value.isContainer()) {
      addTree(as, value, details);
    } else if (has(name) && !value.asString().isBlank()) {
      details.add(as, value.asString());
    }
  }

  private static void addTree(String name, JsonNode value, Details details) {
    if (value.isObject()) {
      value.properties().forEach(m -> addTree(name + "." + m.getKey(), m.getValue(), details));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        addTree(name + "[" + i + "]", value.get(i), details);
      }
    } else if (!value.isNull() && !value.asString().isBlank()) {
      details.add(name, value.asString());
    }
  }

  /// The texts of a list in one line; whatever is no text is left out.
  public String listed(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : node.path(name)) {
      if (value.isValueNode() && !value.isNull()) {
        texts.add(words.oneLine(value.asString()));
      }
    }
    return String.join(", ", texts);
  }

  /// Notes what is wrong with one field.
  public void refuse(String code, String name, String seen, String allowed) {
    if (wrong.size() < REFUSALS_MAX) {
      wrong.add(new Refusal(code, at(name), words.oneLine(seen), allowed));
    }
  }

  private boolean isScalar(String name) {
    return node.path(name).isValueNode();
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String kindOf(JsonNode node) {
    return Json.kindOf(node.asToken());
  }
}
