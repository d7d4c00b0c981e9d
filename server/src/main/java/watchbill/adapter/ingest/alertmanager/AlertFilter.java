package watchbill.adapter.ingest.alertmanager;

import io.helidon.common.uri.UriQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import watchbill.alert.Alert;
import watchbill.kernel.Refusal;
import watchbill.silence.Matcher;
import watchbill.silence.MatcherText;
import watchbill.silence.Matchers;
import watchbill.silence.Patterns;
import watchbill.silence.Subject;

/// Which alerts a client asks for: by matchers, by receiver, and by what holds them down.
///
/// @param labels that the wanted alerts have, among other conditions; by them they are found sooner
/// @param active whether those that nothing holds down are wanted; the others alike
record AlertFilter(
    Map<String, String> labels,
    Predicate<Subject> matchers,
    Predicate<String> receiver,
    boolean active,
    boolean silenced,
    boolean inhibited,
    boolean muted) {
  private static final int MATCHERS_MAX = 100;
  private static final int LABELS_MAX = 4;
  private static final String OURS = "watchbill_";

  /// What came of reading the address.
  sealed interface Read {
    record Sound(AlertFilter filter) implements Read {}

    record Wrong(Refusal refusal) implements Read {}
  }

  static Read of(UriQuery query, Patterns patterns) {
    List<Matcher> matchers = new ArrayList<>();
    for (String text : query.all("filter", List::of)) {
      Optional<Matcher> matcher = MatcherText.parse(text);
      if (matcher.isEmpty() || matchers.size() == MATCHERS_MAX) {
        return new Read.Wrong(MatcherText.refusal("filter", text));
      }
      matchers.add(matcher.get());
    }
    for (Matcher matcher : matchers) {
      if (matcher.isRegex() && patterns.compile(matcher.value()).isEmpty()) {
        return new Read.Wrong(pattern("filter", matcher.value()));
      }
    }
    String wanted = query.first("receiver").orElse(".*");
    Optional<Predicate<String>> receiver = patterns.compile(wanted);
    if (receiver.isEmpty()) {
      return new Read.Wrong(pattern("receiver", wanted));
    }
    for (String flag : List.of("active", "silenced", "inhibited", "unprocessed", "muted")) {
      String value = query.first(flag).orElse("true");
      if (!value.equals("true") && !value.equals("false")) {
        return new Read.Wrong(new Refusal("filter.flag", flag, value, "true or false"));
      }
    }
    return new Read.Sound(
        new AlertFilter(
            labels(matchers),
            Matchers.all(matchers, patterns),
            receiver.get(),
            wants(query, "active"),
            wants(query, "silenced"),
            wants(query, "inhibited"),
            wants(query, "muted")));
  }

  /// Whether this alert is one of them.
  boolean takes(Alert alert, AlertStanding standing) {
    return isWanted(standing)
        && standing.receivers().stream().anyMatch(receiver)
        && matchers.test(Subject.of(alert));
  }

  private boolean isWanted(AlertStanding standing) {
    boolean down = standing.isSuppressed();
    return (active || down)
        && (silenced || standing.silencedBy().isEmpty())
        && (inhibited || standing.inhibitedBy().isEmpty())
        && (muted || standing.mutedBy().isEmpty());
  }

  /// What the matchers say to the letter of the sender's own labels; an empty value would also be
  /// that of a label that is not there.
  private static Map<String, String> labels(List<Matcher> matchers) {
    Map<String, String> labels = new TreeMap<>();
    for (Matcher matcher : matchers) {
      boolean plain = matcher.isEqual() && !matcher.isRegex() && !matcher.value().isEmpty();
      if (plain && !matcher.name().startsWith(OURS) && labels.size() < LABELS_MAX) {
        labels.put(matcher.name(), matcher.value());
      }
    }
    return labels;
  }

  private static boolean wants(UriQuery query, String flag) {
    return query.first(flag).orElse("true").equals("true");
  }

  private static Refusal pattern(String field, String seen) {
    return new Refusal("filter.pattern", field, seen, "a regular expression of RE2");
  }
}
