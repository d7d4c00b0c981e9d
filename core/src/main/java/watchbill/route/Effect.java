package watchbill.route;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watchbill.catalog.ServiceId;
import watchbill.time.TimeWords;

/// What follows when a rule matches; what it leaves empty stays as it was.
///
/// @param acknowledgementTimeout how long whoever took charge is left alone with what is still open
/// @param labels to add
/// @param quiet when nobody is told for it
public record Effect(
    Optional<ServiceId> service,
    Optional<Calling> urgency,
    Optional<Grouping> grouping,
    Optional<Duration> groupWait,
    Optional<Duration> groupInterval,
    Optional<Again> again,
    Optional<Duration> acknowledgementTimeout,
    Map<String, String> labels,
    Optional<Quiet> quiet) {
  public static final Effect NOTHING =
      new Effect(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  /// One that keeps quiet at no time, and leaves whoever took charge alone as the policy has it.
  public Effect(
      Optional<ServiceId> service,
      Optional<Calling> urgency,
      Optional<Grouping> grouping,
      Optional<Duration> groupWait,
      Optional<Duration> groupInterval,
      Optional<Again> again,
      Map<String, String> labels) {
    this(
        service,
        urgency,
        grouping,
        groupWait,
        groupInterval,
        again,
        Optional.empty(),
        labels,
        Optional.empty());
  }

  public Effect {
    labels = Map.copyOf(labels);
  }

  /// `service db-3, urgency never`; `nothing` when it changes nothing.
  public String inWords() {
    var words = new StringBuilder();
    service.ifPresent(s -> add(words, "service " + s));
    urgency.ifPresent(u -> add(words, "urgency " + u.word()));
    grouping.ifPresent(g -> add(words, "grouped " + g.inWords()));
    groupWait.ifPresent(w -> add(words, "gathers for " + TimeWords.of(w)));
    groupInterval.ifPresent(i -> add(words, "next page after " + TimeWords.of(i)));
    again.ifPresent(a -> add(words, "again " + a.word()));
    acknowledgementTimeout.ifPresent(
        t -> add(words, "tells again " + TimeWords.of(t) + " after an answer"));
    quiet.ifPresent(q -> add(words, "quiet " + q.name()));
    new TreeMap<>(labels).forEach((name, value) -> add(words, "label " + name + "=" + value));
    return words.isEmpty() ? "nothing" : words.toString();
  }

  private static void add(StringBuilder words, String more) {
    words.append(words.isEmpty() ? "" : ", ").append(more);
  }
}
