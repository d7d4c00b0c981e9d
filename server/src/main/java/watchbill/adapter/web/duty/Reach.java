package watchbill.adapter.web.duty;

import java.util.Comparator;
import java.util.List;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.Urgency;
import watchbill.time.TimeWords;

/// How somebody is told, and in which order.
record Reach(Person person) {

  List<MyDutyView.ReachItem> items() {
    return List.of(
        new MyDutyView.ReachItem("What can't wait", ways(Urgency.NOW)),
        new MyDutyView.ReachItem("What can wait until the day", ways(Urgency.WORKING_HOURS)));
  }

  private List<String> ways(Urgency urgency) {
    return person.rules().getOrDefault(urgency, List.of()).stream()
        .sorted(Comparator.comparing(ContactRule::after))
        .map(this::way)
        .toList();
  }

  /// `Push at once`, `Sms to +34600000001 after 2 min`.
  private String way(ContactRule rule) {
    String when = rule.after().isZero() ? "at once" : "after " + TimeWords.of(rule.after());
    String to = person.address(rule.method()).map(a -> " to " + a).orElse(", which has no address");
    return word(rule.method()) + to + ", " + when;
  }

  private static String word(ContactMethod method) {
    return switch (method) {
      case PUSH -> "Push";
      case SMS -> "SMS";
      case CALL -> "Call";
      case EMAIL -> "E-mail";
      case WEBHOOK -> "Webhook";
    };
  }
}
