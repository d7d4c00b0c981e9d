package watchbill.adapter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.kernel.Refusal;
import watchbill.time.WallClock;

/// What was typed into a form, and what is wrong with it, field by field. Nothing that was typed is
/// lost, and each mistake stands beside its field.
public final class Filled {
  private final Map<String, String> values;
  private final Map<String, String> mistakes = new LinkedHashMap<>();

  private Filled(Map<String, String> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /// A form as it is first shown.
  public static Filled with(Map<String, String> values) {
    return new Filled(values);
  }

  /// A form as it came back.
  public static Filled of(Form form, Set<String> fields) {
    var filled = new Filled(Map.of());
    fields.forEach(field -> filled.values.put(field, form.value(field)));
    return filled;
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /// For the option of a list.
  public boolean has(String field, String value) {
    return value(field).equals(value);
  }

  /// What is wrong with the field; empty when nothing is.
  public String mistake(String field) {
    return mistakes.getOrDefault(field, "");
  }

  /// For `aria-describedby`, which is left out when nothing is wrong.
  public Optional<String> describedBy(String field) {
    return mistakes.containsKey(field) ? Optional.of(field + "-mistake") : Optional.empty();
  }

  public boolean isWrong() {
    return !mistakes.isEmpty();
  }

  /// What is wrong and belongs to none of these fields: it is said above them.
  public List<String> mistakesBeside(Set<String> fields) {
    return mistakes.entrySet().stream()
        .filter(e -> !fields.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// The first mistake of a field is the one that is said.
  public void wrong(String field, String mistake) {
    mistakes.putIfAbsent(field, mistake);
  }

  public void wrong(Refusal refusal) {
    wrong(refusal.field(), refusal.inWords());
  }

  /// A local date and time as browsers send them, in a zone; wrong when it is none. Of a time that
  /// comes twice the first, and one that the clock skips is taken forward.
  public Optional<Instant> instant(String field, ZoneId zone) {
    try {
      return Optional.of(WallClock.first(LocalDateTime.parse(value(field)), zone));
    } catch (DateTimeException _) {
      wrong(refusal(field, "a date and time such as 2026-12-10T09:00"));
      return Optional.empty();
    }
  }

  /// A date as browsers send it; wrong when it is none.
  public Optional<LocalDate> date(String field) {
    try {
      return Optional.of(LocalDate.parse(value(field)));
    } catch (DateTimeException _) {
      wrong(refusal(field, "a date such as 2026-12-10"));
      return Optional.empty();
    }
  }

  /// At most so many characters; wrong when it has more.
  public String text(String field, int max) {
    String text = value(field);
    if (text.length() > max) {
      wrong(refusal(field, "at most " + max + " characters"));
    }
    return text;
  }

  private Refusal refusal(String field, String allowed) {
    return new Refusal(field + ".wrong", field, value(field), allowed);
  }
}
