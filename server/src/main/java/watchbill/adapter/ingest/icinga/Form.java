package watchbill.adapter.ingest.icinga;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.ingest.Words;
import watchbill.kernel.Refusal;

/// A posted form, with what is wrong in it.
final class Form {
  private static final int FIELDS_MAX = 64;

  private final Map<String, String> values = new HashMap<>();
  private final List<Refusal> wrong = new ArrayList<>();

  private Form() {}

  static Form of(String body) {
    var form = new Form();
    String[] fields = body.strip().split("&", FIELDS_MAX + 1);
    if (fields.length > FIELDS_MAX) {
      form.refuse("event.too-many", "body", "more fields", "at most " + FIELDS_MAX + " fields");
      return form;
    }
    for (String field : fields) {
      form.add(field);
    }
    return form;
  }

  private void add(String field) {
    int equals = field.indexOf('=');
    if (equals <= 0) {
      return;
    }
    String name = Words.cut(field.substring(0, equals), 40);
    if (name.chars().noneMatch(Character::isLetterOrDigit)) {
      return; // Nobody asks for it, and a refusal could not name it.
    }
    try {
      String value = URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8);
      if (values.putIfAbsent(name, Words.ofAnything().clean(value).strip()) != null) {
        refuse("event.twice", name, "the same field twice", "each field once");
      }
    } catch (IllegalArgumentException _) {
      refuse("event.encoding", name, field.substring(equals + 1), "percent-encoded UTF-8");
    }
  }

  /// What stands in a field; empty when there is none, or nothing in it.
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
  }

  /// What must stand in a field that identifies, and so is never cut.
  String required(String name, int max) {
    String text = text(name).orElse("");
    if (text.isEmpty()) {
      refuse("event.missing", name, "", "text of 1 to " + max + " characters");
    }
    return identifying(name, text, max);
  }

  /// The same of a field that need not be there.
  Optional<String> optional(String name, int max) {
    return text(name).map(text -> identifying(name, text, max));
  }

  private String identifying(String name, String text, int max) {
    if (Words.isLonger(text, max)) {
      refuse("event.too-long", name, text, "at most " + max + " characters");
    }
    return text;
  }

  void refuse(String code, String field, String seen, String allowed) {
    if (wrong.size() < 20) {
      wrong.add(new Refusal(code, field, Words.ofAnything().oneLine(seen), allowed));
    }
  }

  List<Refusal> wrong() {
    return wrong;
  }
}
