package watchbill.server.canary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Canaries;
import watchbill.notification.Channel;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;

/// One canary: what the provider answered, and how long that took.
///
/// @param outcome of the first provider that took it, else of the last
public record Trial(ContactMethod method, String provider, Outcome outcome, Duration took) {
  private static final double NANOS = 1e9;

  /// By each method that has an address for it.
  public static List<Trial> all(
      List<Channel> channels, Map<ContactMethod, String> addresses, NotificationId id) {
    List<Trial> trials = new ArrayList<>();
    for (ContactMethod method : ContactMethod.values()) {
      List<Channel> carrying = channels.stream().filter(c -> c.method() == method).toList();
      if (addresses.containsKey(method) && !carrying.isEmpty()) {
        trials.add(of(carrying, addresses.getOrDefault(method, ""), id));
      }
    }
    return trials;
  }

  /// By the providers of one method, in their order.
  static Trial of(List<Channel> carrying, String address, NotificationId id) {
    Trial last = one(carrying.getFirst(), address, id);
    for (int i = 1; i < carrying.size() && !last.passed(); i++) {
      last = one(carrying.get(i), address, id);
    }
    return last;
  }

  private static Trial one(Channel channel, String address, NotificationId id) {
    long began = System.nanoTime();
    Outcome outcome = channel.send(Canaries.message(id), address);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Trial(channel.method(), channel.provider(), outcome, took);
  }

  /// Whether the provider took it.
  public boolean passed() {
    return outcome instanceof Outcome.Accepted;
  }

  public double seconds() {
    return took.toNanos() / NANOS;
  }

  /// For people: `smtp took it after 0.4 s; whether it arrived it does not say`.
  public String inWords() {
    String after = String.format(Locale.ROOT, " after %.1f s", seconds());
    return switch (outcome) {
      case Outcome.Accepted(_, var delivered) ->
          delivered
              ? provider + " delivered it" + after
              : provider + " took it" + after + "; whether it arrived it does not say";
      case Outcome.Refused(var why) -> provider + " refused it: " + why;
      case Outcome.Unavailable(var why) -> provider + " did not take it: " + why;
      case Outcome.NoAnswer(var why) -> provider + " did not answer" + after + ": " + why;
    };
  }
}
