package watchbill.server.config.alertmanager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import watchbill.route.Branch;
import watchbill.route.Effect;
import watchbill.route.Grouping;
import watchbill.route.Quiet;
import watchbill.route.TimeInterval;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;
import watchbill.server.config.source.Value;
import watchbill.silence.Matcher;
import watchbill.silence.MatcherText;
import watchbill.silence.Matchers;
import watchbill.silence.Patterns;

/// Reads `route` and all routes below it.
final class RouteReader {
  private static final int ROUTES_MAX = 1_000;
  private static final int DEPTH_MAX = 20;
  private static final Duration GROUP_WAIT = Duration.ofSeconds(30);
  private static final Duration GROUP_INTERVAL = Duration.ofMinutes(5);
  private static final Duration REPEAT_INTERVAL = Duration.ofHours(4);
  private static final String APART = "...";

  private static final Shape<Duration> LENGTH =
      Shape.of("a length of time like 30s or 1h30m", GoDurations::parse);
  private static final Shape<Duration> SOME_LENGTH =
      Shape.of(
          "a length of time above 0, like 4h",
          text -> GoDurations.parse(text).filter(Duration::isPositive));
  private static final Shape<Boolean> FLAG = Shape.of("true or false", RouteReader::flag);
  private static final Shape<List<Matcher>> MATCHERS =
      Shape.of(MatcherText.ALLOWED, MatcherText::parseAll);
  private static final Shape<String> TEXT = Shape.of("a text", Optional::of);

  private final Receivers receivers;
  private final Map<String, List<TimeInterval>> intervals;
  private final Patterns patterns;
  private final RouteText text;

  RouteReader(
      Receivers receivers,
      Map<String, List<TimeInterval>> intervals,
      Patterns patterns,
      RouteText text) {
    this.receivers = receivers;
    this.intervals = intervals;
    this.patterns = patterns;
    this.text = text;
  }

  /// What a route has from the one above it unless it says otherwise.
  private record Inherited(
      String receiver,
      List<String> groupBy,
      Duration groupWait,
      Duration groupInterval,
      Duration repeatInterval) {

    /// Theirs looks at a group only once in each `group_interval`.
    Duration repeats() {
      if (groupInterval.isZero()) {
        return repeatInterval;
      }
      long times = Math.ceilDiv(repeatInterval.toMillis(), groupInterval.toMillis());
      return groupInterval.multipliedBy(Math.max(1, times));
    }
  }

  Optional<Branch> root(Field field) {
    Optional<Fields> fields = open(field);
    Optional<String> receiver = fields.flatMap(f -> f.required("receiver", TEXT));
    fields
        .flatMap(f -> f.field("matchers").or(() -> f.field("match")).or(() -> f.field("match_re")))
        .ifPresent(f ->
            f.refuse(Mistake.Kind.VALUE, "the root takes every alert; it has no matchers", ""));
    return fields.flatMap(f ->
        receiver.flatMap(r ->
            branch(
                "route",
                f,
                new Inherited(r, List.of(), GROUP_WAIT, GROUP_INTERVAL, REPEAT_INTERVAL),
                0)));
  }

  private static Optional<Fields> open(Field field) {
    return field.fields(
        "receiver",
        "group_by",
        "group_wait",
        "group_interval",
        "repeat_interval",
        "matchers",
        "match",
        "match_re",
        "continue",
        "routes",
        "mute_time_intervals",
        "active_time_intervals");
  }

  private Optional<Branch> branch(String name, Fields fields, Inherited above, int depth) {
    var own =
        new Inherited(
            fields.optional("receiver", TEXT).orElse(above.receiver()),
            groupBy(fields).orElse(above.groupBy()),
            fields.optional("group_wait", LENGTH).orElse(above.groupWait()),
            fields.optional("group_interval", LENGTH).orElse(above.groupInterval()),
            fields.optional("repeat_interval", SOME_LENGTH).orElse(above.repeatInterval()));
    List<Matcher> matchers = matchers(fields);
    boolean goesOn = fields.optional("continue", FLAG).orElse(false);
    Optional<Quiet> quiet = quiet(fields);
    text.open(depth, own.receiver(), own.groupBy(), matchers, goesOn);
    List<Branch> below = below(name, fields, own, depth);
    return receivers
        .effect(own.receiver(), fields)
        .map(effect ->
            new Branch(
                name, own.receiver(), labels(matchers), effect(effect, own, quiet), goesOn, below));
  }

  private List<Branch> below(String name, Fields fields, Inherited own, int depth) {
    Optional<Field> routes = fields.field("routes");
    if (routes.isEmpty()) {
      return List.of();
    }
    if (depth == DEPTH_MAX) {
      routes.get().refuse(Mistake.Kind.LIMIT, "routes stand too deep; use at most 20 levels", "");
      return List.of();
    }
    text.routes(depth);
    List<Branch> below = new ArrayList<>();
    for (Field item : routes.get().items(0, ROUTES_MAX, "routes")) {
      String called = name + ".routes[" + below.size() + "]";
      open(item).flatMap(f -> branch(called, f, own, depth + 1)).ifPresent(below::add);
    }
    return below;
  }

  private static Effect effect(Effect receiver, Inherited own, Optional<Quiet> quiet) {
    Grouping grouping =
        own.groupBy().contains(APART) ? new Grouping.Apart() : new Grouping.ByLabels(own.groupBy());
    return new Effect(
        receiver.service(),
        receiver.urgency(),
        Optional.of(grouping),
        Optional.of(own.groupWait()),
        Optional.of(own.groupInterval()),
        Optional.empty(),
        Optional.of(own.repeats()),
        Map.of(),
        quiet);
  }

  private Predicate<Map<String, String>> labels(List<Matcher> matchers) {
    Predicate<Function<String, String>> all = Matchers.values(matchers, patterns);
    return labels -> all.test(name -> labels.getOrDefault(name, ""));
  }

  private Optional<List<String>> groupBy(Fields fields) {
    return fields
        .field("group_by")
        .map(list ->
            list.items(0, ROUTES_MAX, "labels").stream()
                .flatMap(item -> item.as(TEXT).stream())
                .toList());
  }

  private List<Matcher> matchers(Fields fields) {
    List<Matcher> all = new ArrayList<>();
    fields.field("matchers").ifPresent(field -> all.addAll(ofList(field)));
    fields.field("match").ifPresent(field -> all.addAll(ofMap(field, false)));
    fields.field("match_re").ifPresent(field -> all.addAll(ofMap(field, true)));
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

  static List<Matcher> ofList(Field field) {
    if (field.value() instanceof Value.Text) {
      return field.as(MATCHERS).orElse(List.of());
    }
    return field.items(0, ROUTES_MAX, "matchers").stream()
        .flatMap(item -> item.as(MATCHERS).stream())
        .flatMap(List::stream)
        .toList();
  }

  static List<Matcher> ofMap(Field field, boolean isRegex) {
    return field.named(ROUTES_MAX, "labels").stream()
        .flatMap(label ->
            label.field().as(TEXT).stream()
                .map(value -> new Matcher(label.key(), value, isRegex, true)))
        .toList();
  }

  private Optional<Quiet> quiet(Fields fields) {
    List<String> muteNames = names(fields, "mute_time_intervals");
    List<String> activeNames = names(fields, "active_time_intervals");
    if (muteNames.isEmpty() && activeNames.isEmpty()) {
      return Optional.empty();
    }
    List<String> said = new ArrayList<>(muteNames);
    activeNames.forEach(name -> said.add("outside of " + name));
    return Optional.of(new Quiet(String.join(", ", said), named(muteNames), named(activeNames)));
  }

  private List<String> names(Fields fields, String key) {
    return fields.field(key).stream()
        .flatMap(list -> list.items(0, ROUTES_MAX, "names of time intervals").stream())
        .flatMap(item -> item.as(TEXT).filter(name -> isKnown(item, name)).stream())
        .toList();
  }

  private boolean isKnown(Field item, String name) {
    boolean known = intervals.containsKey(name);
    if (!known) {
      item.refuse(
          Mistake.Kind.REFERENCE,
          "there is no time interval '" + name + "'",
          "declare it under time_intervals");
    }
    return known;
  }

  private List<TimeInterval> named(List<String> names) {
    return names.stream()
        .flatMap(name -> intervals.getOrDefault(name, List.of()).stream())
        .toList();
  }

  private static Optional<Boolean> flag(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }
}
