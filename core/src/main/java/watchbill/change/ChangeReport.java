package watchbill.change;

import java.time.Instant;
import java.util.Map;

/// One change a sender tells of, parsed by an adapter.
///
/// @param summary one line; 1 to 1024 characters
/// @param source what made it: a pipeline, a repository; may be empty
/// @param at when it took effect
/// @param details what describes it: links, the commit, who did it
public record ChangeReport(String summary, String source, Instant at, Map<String, String> details) {
  public ChangeReport {
    details = Map.copyOf(details);
  }
}
