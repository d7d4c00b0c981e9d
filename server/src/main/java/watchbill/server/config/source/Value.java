package watchbill.server.config.source;

import java.util.List;
import java.util.Map;

/// One value as it was written. Every scalar is a text: what `1` or `no` means is for the reader of
/// that key to say, so that nothing is guessed twice.
public sealed interface Value {
  Place place();

  /// What it is, without what it says: it may be a secret.
  String form();

  record Text(Place place, String written) implements Value {
    @Override
    public String form() {
      return "a text";
    }
  }

  record Listing(Place place, List<Value> items) implements Value {
    @Override
    public String form() {
      return "a list";
    }
  }

  /// Keys in the order they were written.
  record Mapping(Place place, Map<String, Member> members) implements Value {
    @Override
    public String form() {
      return "a mapping of keys to values";
    }
  }

  /// A key with nothing after it, or `~`, or `null`.
  record Nothing(Place place) implements Value {
    @Override
    public String form() {
      return "an empty value";
    }
  }

  /// What stands behind a key, and where the key stands.
  record Member(Place keyPlace, Value value) {}
}
