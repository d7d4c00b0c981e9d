package watchbill.adapter.ingest.pagerduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Words;

/// What a message shows beside its details: links, images, the client it came from.
///
/// They stand among the details under names of their own: a detail that is called `client`, too, is
/// neither lost nor refused.
final class Extras {
  private static final int LINKS_MAX = 16;
  private static final int NAME_MAX = 255;
  private static final int VALUE_MAX = 2048;
  private static final PropertyNameMatcher LINK_NAMES =
      Json.names("href", "text", "src", "alt", "type");

  private final Fields fields;
  private final List<Extra> extras = new ArrayList<>(0);

  Extras(Fields fields) {
    this.fields = fields;
  }

  private record Extra(String name, String value) {}

  /// Reads the client's name or address.
  void readClient(String field) {
    String value = fields.plain(field);
    if (value != null && !value.isEmpty()) {
      add(field, value);
    }
  }

  /// Reads links and images alike: an address, and words for it.
  ///
  /// @param kind what each of them is, unless it says so itself: `link`
  void readLinks(String field, String kind) {
    JsonToken token = fields.json().nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      fields.wrongKind(field, "a list of objects");
      return;
    }
    int index = 0;
    while (fields.json().nextToken() != JsonToken.END_ARRAY) {
      String at = field + "[" + index + "]";
      if (fields.json().currentToken() != JsonToken.START_OBJECT) {
        fields.wrongKind(at, "an object");
      } else if (index < LINKS_MAX) {
        readLink(at + ".", kind, index + 1);
      } else {
        fields.json().skipChildren();
      }
      index++;
    }
  }

  private void readLink(String prefix, String usually, int number) {
    @Nullable String[] read = new @Nullable String[5];
    fields.each(
        prefix,
        LINK_NAMES,
        name -> read[name] = fields.plain(prefix + fields.json().currentName()));
    String href = read[0];
    String source = read[2];
    String kind = read[4] == null ? usually : read[4].toLowerCase(Locale.ROOT);
    boolean isImage = kind.equals("image") && source != null;
    String words = read[isImage ? 3 : 1];
    String caption = words == null || words.isBlank() ? " " + number : ": " + words;
    if (isImage) {
      add("image" + caption, source);
    }
    if (href != null) {
      add((isImage ? "image link" : "link") + caption, href);
    }
  }

  private void add(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      extras.add(
          new Extra(
              Words.cut(fields.words().oneLine(name), NAME_MAX), Words.cut(value, VALUE_MAX)));
    }
  }

  /// The details, and these beside them.
  Pairs beside(Pairs details) {
    if (extras.isEmpty()) {
      return details;
    }
    var all = new Pairs.Builder();
    details.forEach(all::add);
    for (Extra extra : extras) {
      boolean added = all.add(extra.name(), extra.value());
      for (int number = 2; !added; number++) {
        added = all.add(extra.name() + " (" + number + ")", extra.value());
      }
    }
    return all.take();
  }
}
