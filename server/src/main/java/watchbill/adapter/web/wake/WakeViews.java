package watchbill.adapter.web.wake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.adapter.web.ChangeLine;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.JudgeForm;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Links;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Reader;
import watchbill.adapter.web.Standing;
import watchbill.adapter.web.wake.WakeView.Button;
import watchbill.alert.Alert;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.Service;
import watchbill.change.Change;
import watchbill.engine.Judging;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.Recipient;
import watchbill.escalation.Roster;
import watchbill.notification.Messages;
import watchbill.notification.Notification;
import watchbill.rota.Role;

/// Puts the wake page together for the person its link was made for.
record WakeViews(Standing standing, Reader reader, Clock clock, Catalog catalog) {
  static final String ACKNOWLEDGE = "acknowledge";
  static final String RESOLVE = "resolve";
  static final String HAND_OVER = "hand-over";

  static final String CANNOT = "cannot";

  /// All that its buttons can ask for.
  static final List<String> DEEDS =
      List.of(ACKNOWLEDGE, RESOLVE, HAND_OVER, CANNOT, JudgeForm.DEED);

  static final int CHANGES_MAX = 3;
  static final int ALERTS_READ = 50;
  private static final int ALERTS_MAX = 4;
  private static final int LABELS_MAX = 4;

  /// What was read for it.
  record Seen(List<Alert> alerts, List<Change> changes, Optional<Judging.Question> question) {}

  WakeView of(Seen seen, Light chosen, String action) {
    Page page = standing.page();
    Optional<Service> service = catalog.service(page.service());
    Light light = clock.isNight() ? Light.DARK : chosen;
    long more = page.alertCount() - Math.min(page.alertCount(), ALERTS_MAX);
    return new WakeView(
        light,
        Mark.of(page),
        page.title(),
        standing.age(clock),
        "opened " + clock.full(page.openedAt()),
        verdict(),
        facts(service),
        seen.alerts().stream()
            .sorted(Comparator.comparing(a -> !a.state().isOpen()))
            .limit(ALERTS_MAX)
            .map(this::seen)
            .toList(),
        more > 0 ? "and " + more + " more" : "",
        seen.changes().stream().map(c -> ChangeLine.of(c, page)).toList(),
        service.flatMap(Service::runbook).flatMap(Links::safe),
        "/pages/" + page.number(),
        action,
        JudgeForm.blank(action, "").with(seen.question(), reader.handle()),
        big(),
        small());
  }

  private String before(Escalation.Acknowledged taken) {
    return taken.until().map(until -> " before " + clock.moment(until)).orElse("");
  }

  /// What it means for the reader, once it no longer waits for them.
  private String verdict() {
    return switch (standing.page().escalation()) {
      case Escalation.Acknowledged a when isReader(a.by()) ->
          "You have it, " + reader.name() + ". Nobody else is called" + before(a) + ".";
      case Escalation.Acknowledged a ->
          Names.title(nameOf(a.by()))
              + " has it since "
              + clock.moment(a.at())
              + ". You can sleep on.";
      case Escalation.Resolved r when isReader(r.by()) ->
          "You resolved it at " + clock.moment(r.at()) + ". Nobody is called.";
      case Escalation.Resolved r ->
          "It is over since "
              + clock.moment(r.at())
              + ", says "
              + nameOf(r.by())
              + ". You can sleep on.";
      case Escalation.Waiting _ -> handedOver();
      case Escalation.Resting _ ->
          "Nobody is called now: " + standing.hands(clock) + ". You can sleep on.";
      case Escalation.Exhausted _ -> "";
    };
  }

  /// Whoever handed it over wants to know that somebody else is called now.
  private String handedOver() {
    List<Notification> latest = standing.latest();
    boolean byReader =
        latest.stream().anyMatch(n -> n.rung().equals("asked for by " + reader.handle()));
    return byReader ? "Handed over: " + standing.hands(clock) + "." : "";
  }

  private List<WakeView.Fact> facts(Optional<Service> service) {
    Page page = standing.page();
    List<WakeView.Fact> facts = new ArrayList<>();
    String tier = service.map(s -> " · tier " + s.tier()).orElse("");
    facts.add(new WakeView.Fact("Service", page.service().handle() + tier));
    whyYou().ifPresent(w -> facts.add(new WakeView.Fact("Why you", w)));
    if (page.escalation().needsSomebody()) {
      facts.add(new WakeView.Fact("If you do nothing", ifYouDoNothing()));
    }
    return facts;
  }

  private Optional<String> whyYou() {
    return standing.told().stream()
        .filter(n -> n.person().handle().equals(reader.handle()))
        .reduce((_, latest) -> latest)
        .map(n -> n.why() + ", " + n.rung());
  }

  private String ifYouDoNothing() {
    return standing
        .next()
        .map(next -> {
          List<Recipient> people = standing.people(next.targets(), next.at());
          return Messages.next(next, people, reader.zone()) + ", in " + clock.left(next.at());
        })
        .orElse("nobody else is told; the page stays open");
  }

  private WakeView.Seen seen(Alert alert) {
    String source = alert.condition().source();
    String labels =
        alert.shown().labels().entrySet().stream()
            .filter(e -> !e.getValue().equals(source))
            .sorted(Map.Entry.comparingByKey())
            .limit(LABELS_MAX)
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" · "));
    String where = source.isEmpty() || labels.isEmpty() ? source + labels : source + " · " + labels;
    return new WakeView.Seen(Mark.of(alert, standing.page()), alert.condition().summary(), where);
  }

  private Optional<Button> big() {
    Escalation escalation = standing.page().escalation();
    if (escalation.mayBeTaken()) {
      return Optional.of(new Button(ACKNOWLEDGE, "Acknowledge"));
    }
    return escalation instanceof Escalation.Acknowledged a && isReader(a.by())
        ? Optional.of(new Button(RESOLVE, "It is over: resolve"))
        : Optional.empty();
  }

  private List<Button> small() {
    Escalation escalation = standing.page().escalation();
    if (escalation.isResolved()) {
      return List.of();
    }
    List<Button> buttons = new ArrayList<>();
    standing
        .lieutenant()
        .filter(p -> !isReader(p.id().handle()))
        .filter(p -> !isHeldBy(p))
        .ifPresent(p -> buttons.add(new Button(HAND_OVER, "Call " + p.name() + " now")));
    if (big().map(Button::deed).filter(RESOLVE::equals).isEmpty()) {
      buttons.add(new Button(RESOLVE, "Resolve"));
    }
    if (isOnDuty()) {
      buttons.add(new Button(CANNOT, "I can't be on duty"));
    }
    return buttons;
  }

  /// As primary of any rota: whoever is not has no duty to give away.
  private boolean isOnDuty() {
    Roster roster = standing.roster();
    return roster.rotas().keySet().stream()
        .flatMap(rota -> roster.onDuty(rota, Role.PRIMARY, clock.now()).people().stream())
        .anyMatch(person -> isReader(person.handle()));
  }

  private boolean isHeldBy(Person person) {
    return standing.page().escalation() instanceof Escalation.Acknowledged a
        && a.by().equals(person.id().handle());
  }

  private boolean isReader(String handle) {
    return reader.handle().equals(handle);
  }

  private String nameOf(String handle) {
    return standing.names().of(handle);
  }
}
