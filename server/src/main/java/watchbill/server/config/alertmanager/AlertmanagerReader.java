package watchbill.server.config.alertmanager;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import watchbill.catalog.ServiceId;
import watchbill.restraint.InhibitionRule;
import watchbill.route.Branch;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;
import watchbill.silence.Matcher;
import watchbill.silence.Patterns;

/// Reads a whole `alertmanager.yml`. What it says that Watchbill has no use for is warned of, item
/// by item; what is wrong in it is a mistake of the configuration.
public final class AlertmanagerReader {
  private static final int RULES_MAX = 1_000;
  private static final int KEYS_MAX = 100;
  private static final Shape<String> TEXT = Shape.of("a text", Optional::of);

  private final Patterns patterns;

  public AlertmanagerReader(Patterns patterns) {
    this.patterns = patterns;
  }

  /// Reads the whole document; nothing where it has no routes.
  ///
  /// @param named services by receiver
  /// @param services whether there is a service of this handle
  /// @param otherwise where a receiver goes that no service is named after
  public Optional<AlertmanagerFile> read(
      Field document,
      Map<String, ServiceId> named,
      Predicate<String> services,
      ServiceId otherwise) {
    return document
        .fields(
            "global",
            "templates",
            "route",
            "receivers",
            "inhibit_rules",
            "time_intervals",
            "mute_time_intervals",
            "tracing")
        .flatMap(file -> read(file, new Receivers(named, services, otherwise)));
  }

  private Optional<AlertmanagerFile> read(Fields file, Receivers receivers) {
    file.field("global").ifPresent(AlertmanagerReader::warnOfGlobals);
    for (String key : List.of("templates", "tracing")) {
      file.field(key)
          .ifPresent(f -> f.warn("not mapped: Watchbill has words and figures of its own"));
    }
    file.required("receivers", "a list of receivers").ifPresent(receivers::read);
    var intervals = new IntervalReader();
    file.field("mute_time_intervals").ifPresent(intervals::read);
    file.field("time_intervals").ifPresent(intervals::read);
    var text = new RouteText();
    var routes = new RouteReader(receivers, intervals.intervals(), patterns, text);
    Optional<Branch> root = file.required("route", "the root route").flatMap(routes::root);
    List<InhibitionRule> inhibitions = inhibitions(file);
    return root.map(r -> new AlertmanagerFile(r, inhibitions, text.end(receivers.names())));
  }

  private static void warnOfGlobals(Field globals) {
    for (Field.Named global : globals.named(KEYS_MAX, "settings")) {
      String words =
          global.key().equals("resolve_timeout")
              ? "not mapped: an alert without an end fires for 5 minutes after it was sent"
              : "not mapped: how people are told is declared under channels";
      global.field().warn(words);
    }
  }

  private List<InhibitionRule> inhibitions(Fields file) {
    List<InhibitionRule> rules = new ArrayList<>();
    file.field("inhibit_rules")
        .ifPresent(list ->
            list.items(0, RULES_MAX, "inhibit rules")
                .forEach(rule -> inhibition(rule).ifPresent(rules::add)));
    return rules;
  }

  private Optional<InhibitionRule> inhibition(Field rule) {
    return rule.fields(
            "name",
            "source_matchers",
            "source_match",
            "source_match_re",
            "target_matchers",
            "target_match",
            "target_match_re",
            "equal")
        .map(fields ->
            new InhibitionRule(
                side(fields, "source"),
                side(fields, "target"),
                fields.field("equal").stream()
                    .flatMap(list -> list.items(0, KEYS_MAX, "labels").stream())
                    .flatMap(item -> item.as(TEXT).stream())
                    .toList()));
  }

  private List<Matcher> side(Fields fields, String side) {
    Map<String, Boolean> maps = new HashMap<>();
    maps.put(side + "_match", false);
    maps.put(side + "_match_re", true);
    List<Matcher> all = new ArrayList<>();
    fields.field(side + "_matchers").ifPresent(f -> all.addAll(RouteReader.ofList(f)));
    maps.forEach((key, isRegex) ->
        fields.field(key).ifPresent(f -> all.addAll(RouteReader.ofMap(f, isRegex))));
    for (Matcher matcher : all) {
      if (matcher.isRegex() && patterns.compile(matcher.value()).isEmpty()) {
        fields
            .whole()
            .refuse(
                Mistake.Kind.VALUE,
                matcher.inWords() + " is not a regular expression of RE2",
                "without look-around and back-references");
      }
    }
    return all;
  }
}
