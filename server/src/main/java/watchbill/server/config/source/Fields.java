package watchbill.server.config.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A mapping whose keys are ours.
public final class Fields {
  private final Field whole;
  private final Map<String, Value.Member> members;

  private Fields(Field whole, Map<String, Value.Member> members) {
    this.whole = whole;
    this.members = members;
  }

  static Fields open(Field whole, Value.Mapping mapping, List<String> known) {
    mapping
        .members()
        .forEach((key, member) -> {
          if (!known.contains(key)) {
            refuseUnknown(whole, key, member, known);
          }
        });
    return new Fields(whole, mapping.members());
  }

  public boolean has(String key) {
    return members.containsKey(key);
  }

  /// What stands behind the key, be it nothing.
  public Optional<Field> field(String key) {
    return Optional.ofNullable(members.get(key)).map(m -> whole.child(key, m));
  }

  public <T> Optional<T> optional(String key, Shape<T> shape) {
    return field(key).flatMap(f -> f.as(shape));
  }

  public <T> Optional<T> required(String key, Shape<T> shape) {
    return required(key, shape.allowed()).flatMap(f -> f.as(shape));
  }

  /// What stands behind the key; a mistake when there is no such key.
  public Optional<Field> required(String key, String allowed) {
    Optional<Field> field = field(key);
    if (field.isEmpty()) {
      refuseMissing(key, "is missing; use " + allowed, "");
    }
    return field;
  }

  /// Notes that a key is missing, at the place of the mapping that lacks it.
  public void refuseMissing(String key, String problem, String hint) {
    new Field(whole.path() + "." + key, whole.value(), whole.reading())
        .refuse(Mistake.Kind.MISSING, problem, hint);
  }

  public Field whole() {
    return whole;
  }

  static String list(List<String> keys) {
    return String.join(", ", keys);
  }

  private static void refuseUnknown(
      Field whole, String key, Value.Member member, List<String> known) {
    String hint = Nearest.hint(key, known);
    if (hint.isEmpty() && key.equals("<<")) {
      hint = "merge keys are not part of YAML 1.2; an alias for a whole value is accepted";
    }
    Field field = whole.child(key, member);
    whole
        .reading()
        .note(
            new Mistake(
                Mistake.Kind.UNKNOWN_KEY,
                member.keyPlace(),
                field.path(),
                "there is no such key; "
                    + (known.isEmpty() ? "none is known here" : "use " + list(known)),
                hint));
  }
}
