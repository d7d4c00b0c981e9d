package watchbill.adapter.ingest;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Collects what describes an alert, in whatever shape a sender gives it, as flat and bounded
/// pairs.
///
/// What does not fit is cut and counted, never refused: the event itself keeps all of it.
public final class Details {
  private static final int COUNT_MAX = 64;
  private static final int NAME_MAX = 255;
  private static final int VALUE_MAX = 2048;
  private static final int ALL_MAX = 16 * 1024;

  private final Words words;
  private final Pairs.Builder pairs = new Pairs.Builder();
  private @Nullable String twice;
  private int length;
  private int leftOut;

  public Details(Words words) {
    this.words = words;
  }

  /// Adds one pair.
  public void add(String name, String value) {
    String shortName = Words.cut(words.oneLine(name), NAME_MAX);
    String shortValue = Words.cut(words.clean(value), VALUE_MAX);
    int size = shortName.length() + shortValue.length();
    if (pairs.size() == COUNT_MAX || length + size > ALL_MAX) {
      leftOut++;
    } else if (pairs.add(shortName, shortValue)) {
      length += size;
    } else if (twice == null) {
      twice = shortName;
    }
  }

  /// Adds the value the parser stands on, whatever it is: `a.b` for what is nested, `a[0]` in
  /// lists.
  public void addTree(String name, JsonParser json) {
    JsonToken token = json.currentToken();
    switch (token) {
      case START_OBJECT -> {
        for (String inner = json.nextName(); inner != null; inner = json.nextName()) {
          json.nextToken();
          addTree(name.isEmpty() ? inner : name + "." + inner, json);
        }
      }
      case START_ARRAY -> {
        int index = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
          addTree(name + "[" + index++ + "]", json);
        }
      }
      case VALUE_NULL -> {}
      default -> add(name.isEmpty() ? "details" : name, json.getString());
    }
  }

  /// A name that came twice, if one did.
  public @Nullable String twice() {
    return twice;
  }

  /// What was collected, with a word about what did not fit; and the collector is as new.
  public Pairs take() {
    if (leftOut > 0) {
      pairs.add("…", leftOut + " more are in the event as received");
    }
    length = 0;
    leftOut = 0;
    twice = null;
    return pairs.take();
  }
}
