package watchbill.adapter.ingest.line;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watchbill.alert.Severity;

/// One rule: which lines it is about, and what becomes of them.
///
/// @param when all of them must be found; their groups are counted through, in order
/// @param level how bad it is; empty leaves it to the line
/// @param summary what is said of it; empty leaves it to the line
/// @param key what makes two lines the same alert; empty leaves it to the line
public record LineRule(
    List<Where> when,
    Optional<Severity> level,
    Optional<Template> summary,
    Optional<Template> key,
    Then then) {
  public LineRule {
    when = List.copyOf(when);
  }

  /// A pattern that is looked for in one field.
  public record Where(String field, Pattern pattern) {}

  /// What becomes of a line a rule is about.
  public enum Then {
    RAISE,
    RESOLVE,
    IGNORE
  }

  /// The groups, if the rule is about this line.
  Optional<List<String>> match(Line line) {
    List<String> groups = new ArrayList<>();
    for (Where where : when) {
      Optional<String> field = line.field(where.field());
      if (field.isEmpty()) {
        return Optional.empty();
      }
      Matcher matcher = where.pattern().matcher(field.get());
      if (!matcher.find()) {
        return Optional.empty();
      }
      groups.addAll(groups(matcher));
    }
    return Optional.of(groups);
  }

  private static List<String> groups(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      @Nullable String group = matcher.group(i);
      groups.add(group == null ? "" : group);
    }
    return groups;
  }
}
