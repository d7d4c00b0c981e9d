package watchbill.server.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import watchbill.silence.Patterns;

/// Patterns as Go understands them, and so as Alertmanager does. Remembers those used last, because
/// every turn asks for the same ones.
public final class Re2Patterns implements Patterns {
  private static final int REMEMBERED_MAX = 1_000;

  private final Map<String, Predicate<String>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Predicate<String>> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  @Override
  public synchronized Optional<Predicate<String>> compile(String pattern) {
    Predicate<String> known = remembered.get(pattern);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      remembered.put(pattern, compiled::matches);
      return Optional.of(compiled::matches);
    } catch (PatternSyntaxException e) {
      return Optional.empty(); // Said to whoever wrote it, by whoever asked.
    }
  }
}
