package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertReport;
import watchbill.alert.KnownAlert;
import watchbill.catalog.Integration;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.Target;
import watchbill.kernel.Refusal;
import watchbill.request.AlertRequest;
import watchbill.request.Amendments;
import watchbill.request.Ask;
import watchbill.request.NumberedAlert;
import watchbill.request.RequestOutcome;
import watchbill.request.Responder;
import watchbill.request.Responders;
import watchbill.request.WhichAlert;

/// Does what the sender of an alert asks for, and keeps what became of it.
final class AlertRequests {
  /// How long it can be asked what became of a request.
  static final Duration OUTCOMES_KEPT = Duration.ofDays(7);

  /// More than come in with one request, so that what is old never piles up.
  private static final int FORGOTTEN_AT_ONCE = 10;

  private final Turn turn;
  private final Paging paging;
  private final PageWork work;

  AlertRequests(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
    this.work = new PageWork(turn, paging);
  }

  /// What a request came to, before it is kept.
  private record Verdict(boolean success, String status, Optional<Alert> alert) {
    static Verdict done(String status, Alert alert) {
      return new Verdict(true, status, Optional.of(alert));
    }

    static Verdict no(String status, Alert alert) {
      return new Verdict(false, status, Optional.of(alert));
    }

    static Verdict no(String status) {
      return new Verdict(false, status, Optional.empty());
    }
  }

  Reply run(Command.AskOfAlert asked) {
    Integration from = asked.message().integration();
    AlertRequest request = asked.request();
    Optional<Alert> alert = find(request.alert(), from);
    Reply.Received received = receive(asked, alert);
    Verdict verdict =
        switch (request.ask()) {
          case Ask.Create _ -> created(request, from, alert.isPresent());
          case Ask _ when alert.isEmpty() -> missing(request.alert());
          case Ask ask -> decide(ask, request, alert.get(), from);
        };
    keep(asked, received, verdict);
    return received;
  }

  /// Keeps the message, with the reports that follow from what is asked.
  private Reply.Received receive(Command.AskOfAlert asked, Optional<Alert> alert) {
    Command.Receive message = asked.message();
    List<AlertReport> reports = new ArrayList<>();
    switch (asked.request().ask()) {
      case Ask.Create _ -> reports.addAll(message.reports());
      case Ask.Close _, Ask.Delete _ ->
          alert
              .filter(a -> a.state().isOpen())
              .ifPresent(a -> reports.add(new AlertReport.Ended(a.key())));
      case Ask.Reword reworded ->
          alert.filter(a -> rises(a, reworded)).ifPresent(a -> reports.add(risen(a, reworded)));
      case Ask.Acknowledge _,
          Ask.Unacknowledge _,
          Ask.Snooze _,
          Ask.AddNote _,
          Ask.Assign _,
          Ask.AddResponders _,
          Ask.AddTags _,
          Ask.RemoveTags _,
          Ask.AddDetails _,
          Ask.RemoveDetails _,
          Ask.Escalate _ -> {}
    }
    var kept =
        new Command.Receive(
            message.integration(), message.head(), message.body(), reports, List.of());
    return (Reply.Received) new Intake(turn, paging).receive(List.of(kept)).getFirst();
  }

  /// What becomes urgent must find its page as any report does.
  private static boolean rises(Alert alert, Ask.Reword reworded) {
    return alert.state().isOpen()
        && alert.condition().severity().urgency() != Urgency.NOW
        && reworded.rewording().of(alert.condition()).severity().urgency() == Urgency.NOW;
  }

  private static AlertReport risen(Alert alert, Ask.Reword reworded) {
    return new AlertReport.Firing(
        alert.key(),
        alert.deduplicationKey(),
        reworded.rewording().of(alert.condition()),
        alert.startsAt(),
        alert.leaseUntil());
  }

  private Optional<Alert> find(WhichAlert which, Integration from) {
    return switch (which) {
      case WhichAlert.ById(var id) ->
          turn.stores().numbered().find(from.id(), id).map(NumberedAlert::alert);
      case WhichAlert.ByNumber(var number) ->
          turn.stores().numbered().find(from.id(), number).map(NumberedAlert::alert);
      case WhichAlert.ByKey(var key, _) ->
          turn.stores().alerts().known(List.of(key)).values().stream()
              .filter(a -> a.state().isOpen())
              .map(KnownAlert::id)
              .flatMap(id -> turn.stores().alerts().find(id).stream())
              .filter(a -> a.integration().equals(from.id()))
              .findFirst();
    };
  }

  private Verdict created(AlertRequest request, Integration from, boolean wasOpen) {
    Optional<Alert> opened = find(request.alert(), from);
    if (opened.isEmpty()) {
      return Verdict.no("Alert was not created: a person closed it a moment ago");
    }
    Alert alert = opened.get();
    number(alert);
    addNote(request, alert);
    return Verdict.done(
        wasOpen ? "Alert is open already, and was counted" : "Created alert", alert);
  }

  private void number(Alert alert) {
    if (turn.stores().numbered().find(alert.integration(), alert.id()).isEmpty()) {
      turn.stores().numbered().give(alert);
    }
  }

  private static Verdict missing(WhichAlert which) {
    return switch (which) {
      case WhichAlert.ByKey _ -> Verdict.no("There is no open alert with " + which.inWords());
      case WhichAlert.ById _, WhichAlert.ByNumber _ ->
          Verdict.no("Alert does not exist with " + which.inWords());
    };
  }

  /// Does what is asked of an alert that is there.
  ///
  /// @param alert as it was before the message was taken in
  private Verdict decide(Ask ask, AlertRequest request, Alert alert, Integration from) {
    return switch (ask) {
      case Ask.Create _ -> throw new IllegalStateException("decided before");
      case Ask.Delete _ -> {
        addNote(request, alert);
        turn.stores().numbered().drop(alert.id());
        yield Verdict.done("Alert is deleted", alert);
      }
      case Ask.AddNote _ when pageOf(alert).isEmpty() ->
          Verdict.no("Alert wakes nobody, so there is no timeline for a note", alert);
      case Ask.AddNote _ -> {
        addNote(request, alert);
        yield Verdict.done("Note is added", alert);
      }
      case Ask _ when !alert.state().isOpen() -> Verdict.no("Alert is already closed", alert);
      case Ask.Close _ -> {
        addNote(request, alert);
        yield Verdict.done("Alert is closed", alert);
      }
      case Ask.AddTags _, Ask.RemoveTags _, Ask.AddDetails _, Ask.RemoveDetails _, Ask.Reword _ -> {
        turn.stores().alerts().reword(alert.id(), Amendments.of(alert.condition(), ask));
        addNote(request, alert);
        yield Verdict.done(ask.action() + " is done", alert);
      }
      case Ask.Acknowledge _,
          Ask.Unacknowledge _,
          Ask.Snooze _,
          Ask.Assign _,
          Ask.AddResponders _,
          Ask.Escalate _ ->
          ofPage(ask, request, alert, via(request, from));
    };
  }

  private Verdict ofPage(Ask ask, AlertRequest request, Alert alert, String via) {
    Optional<Page> page = pageOf(alert);
    if (page.isEmpty()) {
      return Verdict.no("Alert wakes nobody, so this can't be done", alert);
    }
    addNote(request, alert);
    Optional<String> refused = ofPage(ask, request.by(), page.get(), via);
    return refused
        .map(why -> Verdict.no(why, alert))
        .orElseGet(() -> Verdict.done(ask.action() + " is done", alert));
  }

  /// Why not, in words; empty when it was done.
  private Optional<String> ofPage(Ask ask, String by, Page page, String via) {
    return switch (ask) {
      case Ask.Acknowledge _ -> acknowledge(page, by, via);
      case Ask.Unacknowledge _ ->
          work.giveBack(page, by, via).map(_ -> "Alert is already unacknowledged");
      case Ask.Assign(var owner) -> assign(page, owner, by, via);
      case Ask.AddResponders(var responders, _) -> widen(page, responders, by, via);
      case Ask.Escalate _ ->
          work.escalate(page, by, via).map(_ -> "There is no step left to escalate to");
      case Ask.Snooze(var until) -> snooze(page, until, by, via);
      case Ask.Create _,
          Ask.Close _,
          Ask.AddNote _,
          Ask.AddTags _,
          Ask.RemoveTags _,
          Ask.AddDetails _,
          Ask.RemoveDetails _,
          Ask.Reword _,
          Ask.Delete _ ->
          throw new IllegalStateException("not about a page: " + ask);
    };
  }

  private Optional<String> acknowledge(Page page, String by, String via) {
    if (page.escalation() instanceof Escalation.Acknowledged) {
      return Optional.of("Alert is already acknowledged");
    }
    paging.acknowledge(page, by, via);
    return Optional.empty();
  }

  private Optional<String> snooze(Page page, Instant until, String by, String via) {
    var snooze = new Command.Snooze(page.id(), until, by, via);
    Optional<Refusal> wrong = Snoozing.wrong(snooze, turn.now());
    if (wrong.isEmpty()) {
      Snoozing.snooze(snooze, page, paging);
    }
    return wrong.map(Refusal::inWords);
  }

  private Optional<String> assign(Page page, Responder owner, String by, String via) {
    return Responders.person(turn.configuration().catalog(), owner.name())
        .map(person -> work.assign(page, person.id(), by, via).map(Refusal::inWords))
        .orElseGet(() -> Optional.of(unknown(owner)));
  }

  private Optional<String> widen(Page page, List<Responder> responders, String by, String via) {
    List<Target> targets = new ArrayList<>();
    for (Responder responder : responders) {
      Optional<Target> target =
          Responders.target(
              responder, turn.configuration().catalog(), turn.configuration().rotas().keySet());
      if (target.isEmpty()) {
        return Optional.of(unknown(responder));
      }
      targets.add(target.get());
    }
    return work.wakeBeside(page, targets, by, via).map(Refusal::inWords);
  }

  private static String unknown(Responder responder) {
    return responder.kind().word() + " does not exist with name [" + responder.name() + "]";
  }

  private void addNote(AlertRequest request, Alert alert) {
    if (!request.note().isBlank()) {
      String via = "integration " + alert.integration();
      String who = request.user().isEmpty() ? via : request.user() + ", " + via;
      pageOf(alert).ifPresent(page -> work.note(page, request.note(), request.by(), who));
    }
  }

  /// As it stands now: the alert may have moved since it was read.
  private Optional<Page> pageOf(Alert alert) {
    return turn.stores()
        .alerts()
        .find(alert.id())
        .flatMap(Alert::page)
        .flatMap(page -> turn.stores().pages().find(page));
  }

  private static String via(AlertRequest request, Integration from) {
    String integration = "integration " + from.id().handle();
    return request.user().isEmpty() ? integration : integration + " for " + request.user();
  }

  private void keep(Command.AskOfAlert asked, Reply.Received received, Verdict verdict) {
    Integration from = asked.message().integration();
    String alias =
        verdict
            .alert()
            .map(Alert::deduplicationKey)
            .orElseGet(
                () -> asked.request().alert() instanceof WhichAlert.ByKey(_, var sent) ? sent : "");
    Optional<AlertId> alert = verdict.alert().map(Alert::id);
    turn.stores()
        .requests()
        .keep(
            new RequestOutcome(
                received.event(),
                from.id(),
                turn.now(),
                asked.request().ask().action(),
                verdict.success(),
                verdict.status(),
                alert,
                alias));
    turn.stores().requests().forget(turn.now().minus(OUTCOMES_KEPT), FORGOTTEN_AT_ONCE);
  }
}
