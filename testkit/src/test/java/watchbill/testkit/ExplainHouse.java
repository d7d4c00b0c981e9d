package watchbill.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.Person;
import watchbill.engine.Command;
import watchbill.engine.Explaining;
import watchbill.engine.Explanation;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.escalation.Page;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;

/// A world in which a message can be explained before it is received, and nobody reads a phone.
final class ExplainHouse {
  private static final int ALL = Integer.MAX_VALUE;

  final HandClock clock = new HandClock(Cast.NIGHT);
  final Declared declared = new Declared();
  final Clockwork clockwork = new Clockwork(clock, declared::configuration);
  final RoutingDesk routing =
      new RoutingDesk(declared, this::receive, clock::now, () -> this.clockwork.transactions());
  final SilenceDesk silences = new SilenceDesk(clock, clockwork);
  final RestraintDesk restraints = new RestraintDesk(clock, clockwork, declared);

  ExplainHouse() {
    for (Person person : Cast.everybody()) {
      var phone = new Phone(person.id(), _ -> {});
      person.addresses().forEach((method, at) -> clockwork.provider(method).connect(at, phone));
    }
  }

  /// As a configuration is read anew.
  void adopt() {
    clockwork.submit(new Command.AdoptRotas("configuration"));
    clockwork.submit(new Command.AdoptRestraints());
    clockwork.work();
  }

  Explanation explain(List<AlertReport> reports, Instant at) {
    return clockwork
        .transactions()
        .read(stores -> Explaining.explain(message(reports), List.of(), ground(stores, at)));
  }

  Reply.Received receive(List<AlertReport> reports) {
    var received = (Reply.Received) clockwork.submit(message(reports));
    clockwork.work();
    return received;
  }

  void pass(Duration length) {
    clockwork.workUntil(clock.now().plus(length));
  }

  AlertReport.Firing firing(String summary, Severity severity, Map<String, String> labels) {
    var condition = new Condition(summary, "web-1", severity, labels, Map.of());
    return new AlertReport.Firing(key(summary), summary, condition, clock.now(), Optional.empty());
  }

  static AlertReport ended(String summary) {
    return new AlertReport.Ended(key(summary));
  }

  static AlertKey key(String summary) {
    return AlertKey.of(Cast.PROMETHEUS, summary);
  }

  Set<PageId> pages() {
    return clockwork
        .transactions()
        .read(s -> s.pages().open(ALL).stream().map(Page::id).collect(Collectors.toSet()));
  }

  /// Who was told of a page from then on, one line each: when ordered, by which rung, whom, by
  /// what, and when it left.
  List<String> told(PageId page, Instant since) {
    return clockwork
        .transactions()
        .read(s -> {
          List<String> lines = new ArrayList<>();
          for (Notification n : s.notifications().of(page, ALL)) {
            if (!n.createdAt().isBefore(since)) {
              lines.add(
                  line(n.createdAt(), n.rung(), n.person().handle(), n.method().word(), left(n)));
            }
          }
          return lines.stream().sorted().toList();
        });
  }

  /// The same, as it was foretold.
  static List<String> foretold(Explanation.Ladder ladder) {
    List<String> lines = new ArrayList<>();
    for (Explanation.Rung rung : ladder.rungs()) {
      for (Explanation.Told told : rung.told()) {
        told.by()
            .forEach(
                by -> lines.add(line(rung.at(), rung.rung(), told.person(), by.method(), by.at())));
      }
    }
    return lines.stream().sorted().toList();
  }

  private static Instant left(Notification notification) {
    return switch (notification.delivery()) {
      case Delivery.Accepted(var at, _, _) -> at;
      case Delivery.Delivered(var at, _, _) -> at;
      case Delivery.Due(var at) -> at;
      case Delivery.Claimed _,
          Delivery.Handed _,
          Delivery.Unknown _,
          Delivery.Failed _,
          Delivery.Cancelled _ ->
          throw new AssertionError("nobody disturbs it here: " + notification);
    };
  }

  private static String line(Instant at, String rung, String who, String method, Instant left) {
    return at + " " + rung + ": " + who + " by " + method + " at " + left;
  }

  private static Command.Receive message(List<AlertReport> reports) {
    return new Command.Receive(Declared.PROMETHEUS, "a message", reports);
  }

  private Explaining.Ground ground(Stores stores, Instant at) {
    return new Explaining.Ground(
        declared.configuration(),
        stores,
        pattern -> Optional.of(Pattern.compile(pattern).asMatchPredicate()),
        at,
        clock.now(),
        ZoneOffset.UTC);
  }
}
