package watchbill.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchbill.alert.Condition;

/// Adds to a condition, and takes from it, what its sender wants beside its first words. Pure.
public final class Amendments {
  /// The label that holds an alert's tags, with commas between them, so that rules can ask for
  /// them.
  public static final String TAGS = "tags";

  /// How many tags one alert has at most; more are left out.
  public static final int TAGS_MAX = 20;

  /// How many details one alert has at most; more are left out.
  public static final int DETAILS_MAX = 100;

  private static final String BETWEEN = ",";

  private Amendments() {}

  /// The tags of a condition, in the order they came.
  public static List<String> tags(Condition condition) {
    return Stream.of(condition.labels().getOrDefault(TAGS, "").split(BETWEEN, -1))
        .filter(tag -> !tag.isBlank())
        .toList();
  }

  /// The label's text for these tags: each once, none of them empty, at most [#TAGS_MAX].
  public static String label(Collection<String> tags) {
    Set<String> each = new LinkedHashSet<>();
    tags.stream()
        .map(tag -> tag.replace(BETWEEN, " ").strip())
        .filter(tag -> !tag.isEmpty())
        .limit(TAGS_MAX)
        .forEach(each::add);
    return String.join(BETWEEN, each);
  }

  static Condition addTags(Condition condition, List<String> tags) {
    List<String> all = new ArrayList<>(tags(condition));
    tags.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
    return withTags(condition, all);
  }

  static Condition removeTags(Condition condition, List<String> tags) {
    List<String> left = new ArrayList<>(tags(condition));
    left.removeAll(tags);
    return withTags(condition, left);
  }

  static Condition addDetails(Condition condition, Map<String, String> more) {
    Map<String, String> details = new HashMap<>(condition.details());
    new TreeMap<>(more)
        .forEach((name, text) -> {
          if (details.containsKey(name) || details.size() < DETAILS_MAX) {
            details.put(name, text);
          }
        });
    return withDetails(condition, details);
  }

  static Condition removeDetails(Condition condition, List<String> names) {
    Map<String, String> details = new HashMap<>(condition.details());
    names.forEach(details::remove);
    return withDetails(condition, details);
  }

  /// What an amendment makes of a condition; the same condition for any other request.
  public static Condition of(Condition condition, Ask ask) {
    return switch (ask) {
      case Ask.AddTags(var tags) -> addTags(condition, tags);
      case Ask.RemoveTags(var tags) -> removeTags(condition, tags);
      case Ask.AddDetails(var details) -> addDetails(condition, details);
      case Ask.RemoveDetails(var names) -> removeDetails(condition, names);
      case Ask.Reword(var rewording) -> rewording.of(condition);
      case Ask.Create _,
          Ask.Close _,
          Ask.Acknowledge _,
          Ask.Unacknowledge _,
          Ask.Snooze _,
          Ask.AddNote _,
          Ask.Assign _,
          Ask.AddResponders _,
          Ask.Escalate _,
          Ask.Delete _ ->
          condition;
    };
  }

  static Condition withDetails(Condition old, Map<String, String> details) {
    return new Condition(
        old.summary(), old.source(), old.severity(), old.labels(), new TreeMap<>(details));
  }

  static Condition withLabels(Condition old, Map<String, String> labels) {
    return new Condition(
        old.summary(), old.source(), old.severity(), new TreeMap<>(labels), old.details());
  }

  private static Condition withTags(Condition old, List<String> tags) {
    Map<String, String> labels = new HashMap<>(old.labels());
    String label = label(tags);
    if (label.isEmpty()) {
      labels.remove(TAGS);
    } else {
      labels.put(TAGS, label);
    }
    return withLabels(old, labels);
  }
}
