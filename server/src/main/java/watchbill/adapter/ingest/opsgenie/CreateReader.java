package watchbill.adapter.ingest.opsgenie;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Words;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.request.Amendments;

/// Reads what an alert is created with.
final class CreateReader {
  static final int MESSAGE_MAX = 130;
  static final int ALIAS_MAX = 512;
  static final int DESCRIPTION_MAX = 15_000;
  static final int TAG_MAX = 50;
  static final int SHORT_MAX = 100;
  static final String DESCRIPTION = "description";
  static final String ACTIONS = "actions";
  static final String ENTITY = "entity";
  static final String RESPONDERS = "responders";

  private static final int ENTITY_MAX = 512;
  private static final int RESPONDERS_MAX = 50;
  private static final int ACTIONS_MAX = 10;
  private static final String USER = "user";
  private static final String VISIBLE_TO = "visibleTo";

  /// Details that hold a field of their own; a sender's detail of that name moves aside.
  private static final Set<String> TAKEN = Set.of(DESCRIPTION, USER, ACTIONS, VISIBLE_TO);

  private static final String ASIDE = "details.";

  private final Fields fields;
  private final Words words;
  private final Priorities priorities;

  CreateReader(Fields fields, Words words, Priorities priorities) {
    this.fields = fields;
    this.words = words;
    this.priorities = priorities;
  }

  /// The report, unless something is wrong, which the fields know.
  ///
  /// @param otherwise the alias of an alert whose sender names none; when it is empty, the message
  AlertReport.Firing read(Integration from, String otherwise, Instant now) {
    String said = fields.line("alias", Integer.MAX_VALUE);
    if (Words.isLonger(said, ALIAS_MAX)) {
      fields.refuse("alias", said, "at most " + ALIAS_MAX + " characters");
    }
    Condition condition = condition();
    String given = otherwise.isEmpty() ? condition.summary() : otherwise;
    String alias = said.isEmpty() ? given : said;
    return new AlertReport.Firing(
        AlertKey.of(from.id(), alias), alias, condition, now, Optional.empty());
  }

  private Condition condition() {
    String message = fields.line("message", MESSAGE_MAX);
    if (message.isEmpty()) {
      fields.refuse("message", "", "a text of 1 to " + MESSAGE_MAX + " characters");
    }
    String word = fields.line(Priority.LABEL, SHORT_MAX);
    Optional<Priority> priority = Priority.of(word);
    if (priority.isEmpty() && !word.isEmpty()) {
      fields.refuse(Priority.LABEL, word, Priority.ALLOWED);
    }
    Severity severity = priority.map(priorities::severity).orElse(Priority.UNSAID_SEVERITY);
    return new Condition(
        message,
        fields.line("source", SHORT_MAX),
        severity,
        labels(priority.orElse(Priority.UNSAID)),
        details());
  }

  private Map<String, String> labels(Priority priority) {
    Map<String, String> labels = new TreeMap<>();
    labels.put(Priority.LABEL, priority.name());
    put(
        labels,
        Amendments.TAGS,
        Amendments.label(fields.texts("tags", Amendments.TAGS_MAX, TAG_MAX)));
    put(labels, ENTITY, fields.line(ENTITY, ENTITY_MAX));
    List<String> responders = new ArrayList<>(recipients(RESPONDERS, ""));
    // As older clients call it.
    responders.addAll(recipients("teams", "team"));
    put(labels, RESPONDERS, String.join(",", responders));
    return labels;
  }

  private Map<String, String> details() {
    var details = new Details(words);
    fields.pairs("details").forEach((name, text) -> details.add(aside(name), text));
    Map<String, String> all = new TreeMap<>(details.take());
    put(all, DESCRIPTION, fields.text(DESCRIPTION, DESCRIPTION_MAX));
    put(all, USER, fields.line(USER, SHORT_MAX));
    put(all, ACTIONS, String.join(",", fields.texts(ACTIONS, ACTIONS_MAX, TAG_MAX)));
    put(all, VISIBLE_TO, String.join(",", recipients(VISIBLE_TO, "")));
    return all;
  }

  /// Each as `team:payments`; one without a name is left out.
  private List<String> recipients(String field, String kind) {
    return fields.objects(field, RESPONDERS_MAX).stream()
        .map(r -> {
          String type = r.line("type", SHORT_MAX).toLowerCase(Locale.ROOT);
          String name = r.first(SHORT_MAX, "name", "username", "id");
          return name.isEmpty() ? "" : (type.isEmpty() ? kind : type) + ":" + name;
        })
        .filter(r -> !r.isEmpty())
        .collect(Collectors.toList());
  }

  /// The name under which a sender's detail is kept.
  static String aside(String name) {
    return TAKEN.contains(name) ? ASIDE + name : name;
  }

  /// The sender's own details among those that are kept.
  static Map<String, String> own(Map<String, String> details) {
    Map<String, String> own = new TreeMap<>();
    details.forEach((name, text) -> {
      boolean moved = name.startsWith(ASIDE) && TAKEN.contains(name.substring(ASIDE.length()));
      if (!TAKEN.contains(name)) {
        own.put(moved ? name.substring(ASIDE.length()) : name, text);
      }
    });
    return own;
  }

  private static void put(Map<String, String> map, String name, String text) {
    if (!text.isEmpty()) {
      map.put(name, text);
    }
  }
}
