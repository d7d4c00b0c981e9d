package watchbill.server.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Nearest;
import watchbill.server.config.source.Place;
import watchbill.server.config.source.Reading;
import watchbill.server.config.source.Value;

/// What one section declares, by handle: there to be read, and to be named by others.
final class Handles {
  /// Words that mean something where a person may be named.
  private static final Set<String> RESERVED = Set.of("empty", "next", "none", "null");

  private final Section section;
  private final Map<String, Field> declared;
  private final Reading reading;

  private Handles(Section section, Map<String, Field> declared, Reading reading) {
    this.section = section;
    this.declared = declared;
    this.reading = reading;
  }

  static Handles of(Section section, Optional<Field> whole, Reading reading) {
    Map<String, Field> declared = new LinkedHashMap<>();
    whole
        .map(f -> f.named(section.max(), section.key()))
        .orElse(List.of())
        .forEach(named -> {
          if (isHandle(section, named)) {
            declared.put(named.key(), named.field());
          }
        });
    return new Handles(section, declared, reading);
  }

  /// What a configuration that was read before declares: there to be named by others.
  static Handles known(Section section, Collection<String> handles, Reading reading) {
    Map<String, Field> declared = new LinkedHashMap<>();
    var nothing = new Value.Nothing(Place.wholeOf(section.key()));
    handles.forEach(h -> declared.put(h, new Field(section.key() + "." + h, nothing, reading)));
    return new Handles(section, declared, reading);
  }

  /// What `read` makes of each; those it can make nothing of are left out, their mistakes noted.
  <T> List<T> read(BiFunction<String, Field, Optional<T>> read) {
    List<T> values = new ArrayList<>();
    declared.forEach((handle, field) -> read.apply(handle, field).ifPresent(values::add));
    return List.copyOf(values);
  }

  void each(BiConsumer<String, Field> visit) {
    declared.forEach(visit);
  }

  boolean has(String handle) {
    return declared.containsKey(handle);
  }

  Optional<Field> field(String handle) {
    return Optional.ofNullable(declared.get(handle));
  }

  /// The handle that `field` names; a mistake when there is no such thing.
  Optional<String> named(Field field) {
    String allowed = "the handle of a " + section.one();
    return field.as(Shapes.handleOf(allowed)).flatMap(handle -> named(field, handle, ""));
  }

  /// As above, where the handle is only a part of what the field says.
  ///
  /// @param otherwise what to do when nothing declared comes near
  Optional<String> named(Field field, String handle, String otherwise) {
    if (has(handle)) {
      return Optional.of(handle);
    }
    // With a file that could not be read nobody knows what is missing.
    if (reading.complete()) {
      String meant = Nearest.hint(handle, declared.keySet());
      String hint = meant.isEmpty() ? otherwise : meant;
      field.refuse(
          Mistake.Kind.REFERENCE,
          field.shown(false) + " names no " + section.one() + " that is declared",
          hint.isEmpty() ? "declare it under " + section.key() : hint);
    }
    return Optional.empty();
  }

  private static boolean isHandle(Section section, Field.Named named) {
    if (Shapes.HANDLE.parse().apply(named.key()).isEmpty()) {
      named.refuse(
          Mistake.Kind.VALUE, "this key is not accepted; use " + Shapes.HANDLE.allowed(), "");
      return false;
    }
    if (section == Section.PEOPLE && RESERVED.contains(named.key())) {
      named.refuse(
          Mistake.Kind.VALUE,
          "this handle is not accepted; it means something else in rotas",
          "choose another than empty, next, none, null");
      return false;
    }
    return true;
  }
}
