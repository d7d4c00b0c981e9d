package watchbill.server.config.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A list or mapping that has begun and not ended.
final class YamlFrame {
  private static final Pattern WORD = Pattern.compile("[^\\p{Cntrl}]*");

  private final @Nullable YamlFrame parent;
  private final Place place;
  private final boolean isMapping;
  private final Optional<String> anchor;
  private final Reading reading;
  private final List<Value> items = new ArrayList<>();
  private final Map<String, Value.Member> members = new LinkedHashMap<>();
  private @Nullable Value key;
  private int size = 1;

  YamlFrame(
      @Nullable YamlFrame parent,
      Place place,
      boolean isMapping,
      Optional<String> anchor,
      Reading reading) {
    this.parent = parent;
    this.place = place;
    this.isMapping = isMapping;
    this.anchor = anchor;
    this.reading = reading;
  }

  @Nullable YamlFrame parent() {
    return parent;
  }

  Optional<String> anchor() {
    return anchor;
  }

  int size() {
    return size;
  }

  boolean expectsKey() {
    return isMapping && key == null;
  }

  void add(Value value, int values) {
    size += values;
    if (!isMapping) {
      items.add(value);
    } else if (key == null) {
      key = value;
    } else {
      addMember(key, value);
      key = null;
    }
  }

  Value value() {
    return isMapping
        ? new Value.Mapping(place, Collections.unmodifiableMap(members))
        : new Value.Listing(place, List.copyOf(items));
  }

  /// The keys that lead to what is read next.
  String path() {
    String before = parentPath();
    if (!isMapping) {
      return before + "[" + items.size() + "]";
    }
    String last = key instanceof Value.Text(_, var text) ? text : "";
    return last.isEmpty() || before.isEmpty() ? before + last : before + "." + last;
  }

  private String parentPath() {
    return parent == null ? "" : parent.path();
  }

  private void addMember(Value name, Value value) {
    if (!(name instanceof Value.Text(var keyPlace, var text))) {
      String problem = name.form() + " is not accepted as a key; use a word";
      refuse(Mistake.Kind.FORM, name.place(), problem, "is a quote missing, or a comma?");
      return;
    }
    if (text.length() > Limits.KEY_CHARACTERS || !WORD.matcher(text).matches()) {
      String problem =
          "this key is not accepted; use one line of up to "
              + Limits.KEY_CHARACTERS
              + " characters";
      reading.note(new Mistake(Mistake.Kind.FORM, keyPlace, parentPath(), problem, ""));
      return;
    }
    Value.Member first = members.get(text);
    if (first != null) {
      String hint = "remove one of the two; the first is at " + first.keyPlace();
      refuse(Mistake.Kind.DUPLICATE, keyPlace, "this key is given twice", hint);
      return;
    }
    members.put(text, new Value.Member(keyPlace, value));
  }

  private void refuse(Mistake.Kind kind, Place at, String problem, String hint) {
    reading.note(new Mistake(kind, at, path(), problem, hint));
  }
}
