package watchbill.adapter.rule.cel;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A map in which a key that is not there stands for an empty text.
final class EveryKey extends AbstractMap<String, String> {
  private final Map<String, String> present;

  EveryKey(Map<String, String> present) {
    this.present = present;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return present.entrySet();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return true;
  }

  @Override
  public String get(@Nullable Object key) {
    String value = present.get(key);
    return value == null ? "" : value;
  }
}
