package watchbill.server.neutral;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A value with the way that leads to it: `layers[0].rotation.unit`. Whoever reads it gets what
/// they asked for, or a [Wrong] is thrown that says what would have been accepted.
record Part(String path, JsonNode value) {
  private static final int NAME_MAX = 200;
  private static final int LAST_YEAR = 9999;

  /// What may stand anywhere for people to read.
  private static final Set<String> REMARKS =
      Set.of(
          "id",
          "name",
          "title",
          "note",
          "notes",
          "comment",
          "source",
          "reason",
          "tags",
          "debatable",
          "description",
          "color");

  Part field(String name) {
    return new Part(path.isEmpty() ? name : path + "." + name, value.path(name));
  }

  /// The first of the names that is there; the first of all when none is.
  Part anyOf(List<String> names) {
    return names.stream()
        .map(this::field)
        .filter(part -> !part.isAbsent())
        .findFirst()
        .orElseGet(() -> field(names.getFirst()));
  }

  boolean isAbsent() {
    return value.isMissingNode() || value.isNull();
  }

  <T> Optional<T> optional(Function<Part, T> read) {
    return isAbsent() ? Optional.empty() : Optional.of(read.apply(this));
  }

  /// Refuses every field that is neither known nor a remark.
  Part object(Set<String> known) {
    if (!value.isObject()) {
      throw wrong("an object");
    }
    for (String name : value.propertyNames()) {
      if (!known.contains(name) && !REMARKS.contains(name)) {
        String allowed = String.join(", ", known.stream().sorted().toList());
        throw new Wrong(Wrong.UNKNOWN, field(name), "one of " + allowed);
      }
    }
    return this;
  }

  List<Part> items(int max, String what) {
    if (!value.isArray()) {
      throw wrong("a list of " + what);
    }
    if (value.size() > max) {
      throw new Wrong(Wrong.TOO_MANY, this, "at most " + max + " " + what);
    }
    List<Part> items = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      items.add(new Part(path + "[" + i + "]", value.get(i)));
    }
    return items;
  }

  String text(String allowed) {
    if (!value.isString() || value.stringValue().isBlank()) {
      throw wrong(allowed);
    }
    return value.stringValue().strip();
  }

  String name() {
    String name = text("a name");
    if (name.length() > NAME_MAX) {
      throw wrong("a name of at most " + NAME_MAX + " characters");
    }
    return name;
  }

  int whole(int min, int max) {
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    if (!fits || value.intValue() < min || value.intValue() > max) {
      throw wrong("a whole number of " + min + " to " + max);
    }
    return value.intValue();
  }

  boolean flag() {
    if (!value.isBoolean()) {
      throw wrong("true or false");
    }
    return value.booleanValue();
  }

  Instant instant() {
    OffsetDateTime at = parsed(OffsetDateTime::parse, "an instant, like 2026-03-29T00:59:59Z");
    return within(at.getYear(), at.toInstant());
  }

  LocalDateTime local() {
    LocalDateTime at = parsed(LocalDateTime::parse, "a local time, like 2026-03-29T09:00");
    return within(at.getYear(), at);
  }

  LocalDate date() {
    LocalDate date = parsed(LocalDate::parse, "a date, like 2026-12-24");
    return within(date.getYear(), date);
  }

  /// A time of day; `24:00` is the midnight that ends a day.
  LocalTime time() {
    return parsed(
        text -> LocalTime.parse(text.equals("24:00") ? "00:00" : text), "a time, like 09:00");
  }

  <T> T parsed(Function<String, T> parse, String allowed) {
    String text = text(allowed);
    try {
      return parse.apply(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(allowed);
    }
  }

  Wrong wrong(String allowed) {
    return new Wrong(isAbsent() ? Wrong.MISSING : Wrong.VALUE, this, allowed);
  }

  private <T> T within(int year, T moment) {
    if (year < 1 || year > LAST_YEAR) {
      throw wrong("a year of 0001 to " + LAST_YEAR);
    }
    return moment;
  }
}
