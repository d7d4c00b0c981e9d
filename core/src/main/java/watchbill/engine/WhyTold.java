package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.escalation.Escalation;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Page;
import watchbill.escalation.Recipient;
import watchbill.escalation.Recipients;
import watchbill.escalation.Roster;
import watchbill.escalation.Target;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.Notifications;
import watchbill.rota.OnDuty;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Why one person was, or was not, told of one page.
final class WhyTold {
  private static final int ALL = 1_000;
  private static final Duration AROUND = Duration.ofDays(1);

  private final Configuration configuration;
  private final Stores stores;
  private final ZoneId zone;

  WhyTold(Configuration configuration, Stores stores, ZoneId zone) {
    this.configuration = configuration;
    this.stores = stores;
    this.zone = zone;
  }

  /// The answer.
  ///
  /// @param told whether something reached, or may have reached, them
  record Verdict(boolean told, String sentence, List<String> facts) {}

  Verdict of(Page page, PersonId person) {
    List<Notification> theirs =
        stores.notifications().of(page.id(), ALL).stream()
            .filter(n -> n.person().equals(person))
            .toList();
    if (theirs.isEmpty()) {
      return notMeant(page, person);
    }
    List<String> facts = theirs.stream().map(n -> fact(page, n)).toList();
    for (Notification n : theirs) {
      Optional<Instant> reached = reached(n.delivery());
      if (reached.isPresent()) {
        return new Verdict(true, told(page, person, n, reached.get()), facts);
      }
    }
    Notification last = theirs.getLast();
    return switch (last.delivery()) {
      case Delivery.Unknown(var at, var why, _) ->
          new Verdict(true, "Perhaps: " + by(last) + " at " + moment(at) + ", " + why, facts);
      case Delivery.Handed(var at, _) ->
          new Verdict(
              true,
              "Perhaps: " + by(last) + " left at " + moment(at) + " and nobody confirmed it yet",
              facts);
      case Delivery.Due(var at) ->
          new Verdict(false, "Not yet: " + by(last) + " is due at " + moment(at), facts);
      case Delivery.Claimed _ -> new Verdict(false, "Not yet: it is being sent", facts);
      case Delivery.Failed(_, var why) ->
          new Verdict(
              false,
              "No: " + name(person) + " was to be told, and every way failed: " + why,
              facts);
      case Delivery.Cancelled(var at, var why) ->
          new Verdict(
              false,
              "No: before " + by(last) + " was due, at " + moment(at) + ", it was " + why,
              facts);
      case Delivery.Accepted _, Delivery.Delivered _ ->
          throw new IllegalStateException("it reached them: " + last);
    };
  }

  private String told(Page page, PersonId person, Notification n, Instant at) {
    return "Yes: "
        + name(person)
        + " was told of page "
        + page.number()
        + " "
        + by(n)
        + " at "
        + moment(at)
        + ", as "
        + n.why();
  }

  private String fact(Page page, Notification n) {
    String how =
        switch (n.delivery()) {
          case Delivery.Due(var at) -> "due at " + moment(at);
          case Delivery.Claimed _ -> "being sent";
          case Delivery.Handed(var at, _) -> "left at " + moment(at);
          case Delivery.Accepted(var at, var provider, _) ->
              "accepted by " + provider + " at " + moment(at);
          case Delivery.Delivered(var at, var provider, _) ->
              "delivered by " + provider + " at " + moment(at);
          case Delivery.Unknown(_, var why, _) -> "unknown: " + why;
          case Delivery.Failed(_, var why) -> "failed: " + why;
          case Delivery.Cancelled(_, var why) -> "not sent: " + why;
        };
    return "page " + page.number() + ", " + n.rung() + ", " + by(n) + ": " + how;
  }

  private static Optional<Instant> reached(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Accepted(var at, _, _) -> Optional.of(at);
      case Delivery.Delivered(var at, _, _) -> Optional.of(at);
      case Delivery.Due _,
          Delivery.Claimed _,
          Delivery.Handed _,
          Delivery.Unknown _,
          Delivery.Failed _,
          Delivery.Cancelled _ ->
          Optional.empty();
    };
  }

  /// Nothing was ever meant for them: either their step did not come, or no step means them.
  private Verdict notMeant(Page page, PersonId person) {
    Instant at = page.openedAt();
    Roster roster =
        Rosters.read(configuration, stores, new Span(at.minus(AROUND), at.plus(AROUND)))
            .with(page.snapshot());
    List<String> facts = whoWas(page, roster, at);
    List<EscalationPolicy.Step> steps = page.policy().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (means(steps.get(i).targets(), person, roster, at)) {
        boolean reachable =
            roster
                .person(person)
                .filter(p -> Notifications.reachable(p, page.urgency()))
                .isPresent();
        return new Verdict(
            false, reachable ? stepDidNotCome(page, person, i) : noWay(page, person, i), facts);
      }
    }
    return new Verdict(false, notOnDuty(page, person, roster, at), facts);
  }

  private String noWay(Page page, PersonId person, int step) {
    return "No: step "
        + (step + 1)
        + " means "
        + name(person)
        + ", for whom no way is declared to be told of what is "
        + page.urgency().word();
  }

  private String stepDidNotCome(Page page, PersonId person, int step) {
    String names = "step " + (step + 1) + ", which means " + name(person);
    return switch (page.escalation()) {
      case Escalation.Resting(var why, var by, _, var until) ->
          "Not yet: page "
              + page.number()
              + " is "
              + why.word()
              + " until "
              + moment(until)
              + " (by "
              + by
              + ")";
      case Escalation.Waiting w ->
          "Not yet: page "
              + page.number()
              + " waits for step "
              + (w.step() + 1)
              + "; then comes "
              + names;
      case Escalation.Acknowledged a ->
          "No: " + name(a.by()) + " acknowledged at " + moment(a.at()) + ", before " + names;
      case Escalation.Resolved r ->
          "No: the page was over at "
              + moment(r.at())
              + ", says "
              + name(r.by())
              + ", before "
              + names;
      case Escalation.Exhausted _ ->
          "No: " + names + " when it opened, meant somebody else when it came";
    };
  }

  private String notOnDuty(Page page, PersonId person, Roster roster, Instant at) {
    if (means(page.policy().fallback(), person, roster, at)) {
      return "No: " + name(person) + " is only the fallback, and it did not come to that";
    }
    String others =
        people(page.policy().steps().getFirst().targets(), roster, at).stream()
            .findFirst()
            .map(r -> r.person().name() + " was (" + r.why() + ")")
            .orElse("nobody was");
    return "No: " + name(person) + " was not on duty for " + page.service() + ": " + others;
  }

  private List<String> whoWas(Page page, Roster roster, Instant at) {
    List<String> facts = new ArrayList<>();
    for (EscalationPolicy.Step step : page.policy().steps()) {
      for (Target target : step.targets()) {
        String who =
            switch (target) {
              case Target.ToRota(var rota, var role) ->
                  switch (roster.onDuty(rota, role, at)) {
                    case OnDuty.Somebody s ->
                        String.join(", ", s.people().stream().map(this::name).toList());
                    case OnDuty.Nobody n -> n.inWords();
                  };
              case Target.ToPerson(var person) -> name(person);
              case Target.ToTeam(var team) -> "everybody in " + team;
            };
        facts.add("page " + page.number() + ", " + target.inWords() + " when it opened: " + who);
      }
    }
    return facts;
  }

  private static boolean means(List<Target> targets, PersonId person, Roster roster, Instant at) {
    return people(targets, roster, at).stream().anyMatch(r -> r.person().id().equals(person));
  }

  private static List<Recipient> people(List<Target> targets, Roster roster, Instant at) {
    return Recipients.find(targets, roster, _ -> true, at).people();
  }

  private static String by(Notification n) {
    return "by " + n.method().word();
  }

  private String name(PersonId person) {
    return name(person.handle());
  }

  private String name(String handle) {
    return configuration.catalog().person(new PersonId(handle)).map(Person::name).orElse(handle);
  }

  private String moment(Instant at) {
    return TimeWords.dayAndTime(at, zone);
  }
}
