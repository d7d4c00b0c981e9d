package watchbill.engine;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertState;
import watchbill.alert.Consequence;
import watchbill.alert.Consequences;
import watchbill.alert.Event;
import watchbill.alert.PageId;
import watchbill.alert.SilenceId;
import watchbill.alert.Suppression;
import watchbill.audit.AuditEntry;
import watchbill.catalog.PersonId;
import watchbill.escalation.Page;
import watchbill.time.TimeWords;

/// Tells what became of a message, from what was kept of it: no rule is asked again, because rules
/// may be others by now.
public final class WhatBecame {
  private static final int PAGES_MAX = 10;
  private static final int ENTRIES_MAX = 200;

  /// As a suppression says itself where only its ids are known.
  private static final Pattern SILENCED = Pattern.compile("silenced by (\\S+) until (\\S+)");

  private static final Pattern INHIBITED = Pattern.compile("inhibited by alert (\\S+)");

  private final Configuration configuration;
  private final Stores stores;
  private final ZoneId zone;
  private final Map<PageId, Page> pages = new LinkedHashMap<>();

  private WhatBecame(Configuration configuration, Stores stores, ZoneId zone) {
    this.configuration = configuration;
    this.stores = stores;
    this.zone = zone;
  }

  /// What became of this one.
  ///
  /// @param person who asks why they were, or were not, told
  /// @param zone of whoever reads it
  public static Aftermath of(
      Event event,
      Optional<PersonId> person,
      Configuration configuration,
      Stores stores,
      ZoneId zone) {
    return new WhatBecame(configuration, stores, zone).tell(event, person);
  }

  private Aftermath tell(Event event, Optional<PersonId> person) {
    Consequences.Known known = Consequences.read(event.outcome());
    List<Aftermath.Report> reports = known.first().stream().map(this::report).toList();
    return new Aftermath(
        headline(event, known),
        event.id().value(),
        event.receivedAt(),
        event.integration().handle(),
        person.map(who -> answer(who, reports)),
        reports,
        known.more(),
        pages.values().stream().map(this::story).toList());
  }

  private Aftermath.Answer answer(PersonId who, List<Aftermath.Report> reports) {
    String name = configuration.catalog().person(who).map(p -> p.name()).orElse(who.handle());
    var why = new WhyTold(configuration, stores, zone);
    List<WhyTold.Verdict> verdicts = pages.values().stream().map(p -> why.of(p, who)).toList();
    Optional<WhyTold.Verdict> first =
        verdicts.stream()
            .filter(WhyTold.Verdict::told)
            .findFirst()
            .or(() -> verdicts.stream().findFirst());
    String sentence = first.map(WhyTold.Verdict::sentence).orElseGet(() -> noPage(reports));
    List<String> facts = verdicts.stream().flatMap(v -> v.facts().stream()).toList();
    return new Aftermath.Answer(who.handle(), name, sentence, facts);
  }

  private static String noPage(List<Aftermath.Report> reports) {
    return reports.stream()
        .filter(r -> !r.because().isEmpty())
        .findFirst()
        .map(r -> "No, nobody was: " + r.because().getLast())
        .orElse(
            reports.isEmpty()
                ? "It is not known what came of this message"
                : "No, nobody was: " + reports.getFirst().now());
  }

  private static String headline(Event event, Consequences.Known known) {
    if (known.first().isEmpty()) {
      return event.outcome().isEmpty()
          ? "It said nothing about any alert, or it came before this was kept"
          : "What came of it can't be read";
    }
    int all = known.first().size() + known.more();
    Consequence first = known.first().getFirst();
    boolean alike = known.first().stream().allMatch(c -> c.kind() == first.kind());
    return alike && known.more() == 0
        ? all + (all == 1 ? " report: " : " reports: ") + first.kind().inWords()
        : all + " reports, each with what came of it";
  }

  private Aftermath.Report report(Consequence one) {
    Optional<Alert> alert = one.alert().flatMap(stores.alerts()::find);
    Optional<Page> then = one.page().flatMap(this::page);
    alert.flatMap(Alert::page).ifPresent(this::page);
    return new Aftermath.Report(
        alert.map(a -> a.condition().summary()).orElse("a report"),
        one.kind().inWords(),
        one.words().stream().map(this::named).toList(),
        then.map(Page::number),
        alert.map(this::standing).orElse("it changed nothing"));
  }

  private Optional<Page> page(PageId id) {
    Page known = pages.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Page> found = stores.pages().find(id);
    if (pages.size() < PAGES_MAX) {
      found.ifPresent(p -> pages.put(id, p));
    }
    return found;
  }

  private String standing(Alert alert) {
    String where =
        alert
            .page()
            .flatMap(stores.pages()::find)
            .map(p -> "on page " + p.number())
            .orElseGet(() -> "without a page: " + alert.suppression().map(this::words).orElse(""));
    return switch (alert.state()) {
      case AlertState.Open _ -> "open, " + where;
      case AlertState.Unknown(var since) ->
          "open, and unknown since " + TimeWords.dayAndTime(since, zone) + ", " + where;
      case AlertState.Resolved(var at, var by) ->
          "over since " + TimeWords.dayAndTime(at, zone) + ", says " + by + "; it was " + where;
    };
  }

  private String words(Suppression why) {
    return SuppressionWords.of(why, stores, configuration, zone);
  }

  /// The words kept then name silences and alerts by their ids; what they are is known still.
  private String named(String words) {
    Matcher silenced = SILENCED.matcher(words);
    if (silenced.matches()) {
      return stores
          .silences()
          .find(new SilenceId(silenced.group(1)))
          .map(s -> words(new Suppression.Silenced(s.id(), s.endsAt())))
          .orElse(words);
    }
    Matcher inhibited = INHIBITED.matcher(words);
    return inhibited.matches()
        ? stores
            .alerts()
            .find(new AlertId(inhibited.group(1)))
            .map(a -> "inhibited: it was explained by \"" + a.condition().summary() + "\"")
            .orElse(words)
        : words;
  }

  private Aftermath.PageStory story(Page page) {
    List<Aftermath.Entry> timeline = new ArrayList<>();
    for (AuditEntry entry : stores.audit().about(page.id().value(), ENTRIES_MAX)) {
      timeline.add(
          new Aftermath.Entry(entry.deed().at(), entry.deed().said(), entry.deed().because()));
    }
    return new Aftermath.PageStory(
        page.id().value(), page.number(), page.title(), page.service().handle(), timeline);
  }
}
