package watchbill.server.config.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A value with the keys that lead to it. Whoever reads it gets what they asked for, or nothing; in
/// that case the mistake has been noted, and they go on to find the next one.
public record Field(String path, Value value, Reading reading) {
  private static final int SHOWN = 80;

  /// The text as a `T`.
  public <T> Optional<T> as(Shape<T> shape) {
    Optional<String> text = text(shape.allowed());
    Optional<T> parsed = text.flatMap(t -> shape.parse().apply(t));
    if (text.isPresent() && parsed.isEmpty()) {
      String meant = shape.secret() ? "" : Nearest.hint(text.get(), shape.known());
      refuse(
          Mistake.Kind.VALUE,
          shown(shape.secret()) + " is not accepted; use " + shape.allowed(),
          meant.isEmpty() ? shape.hint() : meant);
    }
    return parsed;
  }

  /// The items, each with its number in its path.
  public List<Field> items(int min, int max, String what) {
    if (!(value instanceof Value.Listing(_, var items))) {
      refuseForm("a list of " + what);
      return List.of();
    }
    if (items.size() < min || items.size() > max) {
      String seen = items.isEmpty() ? "an empty list" : "a list of " + items.size();
      String allowed = "a list of " + min + " to " + max + " " + what;
      refuse(Mistake.Kind.LIMIT, seen + " is not accepted; use " + allowed, "");
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      fields.add(new Field(path + "[" + i + "]", items.get(i), reading));
    }
    return List.copyOf(fields);
  }

  /// The mapping's keys, all of which must be known.
  public Optional<Fields> fields(String... known) {
    return mapping("a mapping with " + Fields.list(List.of(known)))
        .map(m -> Fields.open(this, m, List.of(known)));
  }

  /// The mapping's keys, which the user chose.
  public List<Named> named(int max, String what) {
    List<Named> fields = new ArrayList<>();
    mapping("a mapping of " + what)
        .ifPresent(mapping ->
            mapping
                .members()
                .forEach((key, member) ->
                    fields.add(new Named(key, member.keyPlace(), child(key, member)))));
    if (fields.size() > max) {
      refuse(
          Mistake.Kind.LIMIT, fields.size() + " are too many; use at most " + max + " " + what, "");
      return List.of();
    }
    return List.copyOf(fields);
  }

  /// A key the user chose, with what stands behind it.
  public record Named(String key, Place keyPlace, Field field) {
    /// Notes a mistake in the key itself.
    public void refuse(Mistake.Kind kind, String problem, String hint) {
      field.reading().note(new Mistake(kind, keyPlace, field.path(), problem, hint));
    }
  }

  public boolean isNothing() {
    return value instanceof Value.Nothing;
  }

  public boolean isListing() {
    return value instanceof Value.Listing;
  }

  /// Whether it is a mapping with this key, be it known or not.
  public boolean hasKey(String key) {
    return value instanceof Value.Mapping(_, var members) && members.containsKey(key);
  }

  /// Whether the value behind this key is written as one of these words.
  public boolean memberIsOneOf(String key, Set<String> words) {
    return value instanceof Value.Mapping(_, var members)
        && members.containsKey(key)
        && child(key, members.get(key)).isOneOf(words);
  }

  /// Whether it is written as one of these words; neither a mistake nor a promise.
  public boolean isOneOf(Set<String> words) {
    return value instanceof Value.Text(_, var written) && words.contains(written);
  }

  public void refuse(Mistake.Kind kind, String problem, String hint) {
    reading.note(new Mistake(kind, value.place(), path, problem, hint));
  }

  public void refuseForm(String allowed) {
    refuse(Mistake.Kind.FORM, value.form() + " is not accepted; use " + allowed, "");
  }

  public void warn(String words) {
    reading.warn(new Warning(value.place(), path, words));
  }

  /// The value in quotes for a person to recognise, if it may be shown.
  public String shown(boolean secret) {
    if (secret || !(value instanceof Value.Text(_, var written))) {
      return secret ? "'***'" : value.form();
    }
    String line = written.replaceAll("\\p{Cntrl}+", " ");
    return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "'";
  }

  Field child(String key, Value.Member member) {
    return new Field(path.isEmpty() ? key : path + "." + key, member.value(), reading);
  }

  private Optional<String> text(String allowed) {
    return switch (value) {
      case Value.Text(_, var written) when !Variables.usedIn(written) -> Optional.of(written);
      case Value.Text(_, var written) ->
          Variables.replace(written, reading.environment(), this::refuseVariable);
      case Value.Nothing _ -> {
        refuseEmpty(allowed);
        yield Optional.empty();
      }
      case Value.Listing _, Value.Mapping _ -> {
        refuseForm(allowed);
        yield Optional.empty();
      }
    };
  }

  private Optional<Value.Mapping> mapping(String allowed) {
    if (value instanceof Value.Mapping mapping) {
      return Optional.of(mapping);
    }
    refuseForm(allowed);
    return Optional.empty();
  }

  void refuseEmpty(String allowed) {
    refuse(Mistake.Kind.MISSING, "has no value; use " + allowed, "to leave it out, remove the key");
  }

  private void refuseVariable(String problem) {
    refuse(
        Mistake.Kind.VARIABLE,
        problem,
        "set it in the environment of the command, or write the value here");
  }
}
