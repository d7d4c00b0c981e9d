package watchbill.adapter.ingest.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text with places for what a line says: `$1` for a group of the rule's patterns, `{host}` for a
/// field.
///
/// Not `${host}`, which stands for a variable of the environment all over the configuration.
public final class Template {
  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  private sealed interface Part {
    record Plain(String text) implements Part {}

    record Group(int number) implements Part {}

    record FieldOf(String name) implements Part {}
  }

  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    var plain = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      Optional<Part> part = partAt(text, i);
      if (part.isEmpty()) {
        plain.append(text.charAt(i++));
        continue;
      }
      parts.add(new Part.Plain(plain.toString()));
      plain.setLength(0);
      parts.add(part.get());
      i = part.get() instanceof Part.FieldOf ? text.indexOf('}', i) + 1 : i + 2;
    }
    parts.add(new Part.Plain(plain.toString()));
    return new Template(parts);
  }

  /// The highest group it names; 0 when it names none.
  public int groups() {
    return parts.stream()
        .mapToInt(p -> p instanceof Part.Group(var number) ? number : 0)
        .max()
        .orElse(0);
  }

  /// The text for one line. What the line does not have is left empty.
  String fill(List<String> groups, Line line) {
    var filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(
          switch (part) {
            case Part.Plain(var text) -> text;
            case Part.Group(var number) -> number <= groups.size() ? groups.get(number - 1) : "";
            case Part.FieldOf(var name) -> line.field(name).orElse("");
          });
    }
    return filled.toString();
  }

  private static Optional<Part> partAt(String text, int i) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    if (c == '$' && next >= '1' && next <= '9') {
      return Optional.of(new Part.Group(next - '0'));
    }
    int end = c == '{' ? text.indexOf('}', i) : -1;
    String name = end < 0 ? "" : text.substring(i + 1, end);
    return name.matches("[A-Za-z0-9_.@-]{1,128}")
        ? Optional.of(new Part.FieldOf(name))
        : Optional.empty();
  }
}
