package watchbill.server.watched;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;

/// Finds out whether somebody could be paged now: a commit, the way of an alert, somebody for each
/// service, and a message by each method through claim, courier and a provider that leads back.
public final class SelfTest {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final FrontDoor door;
  private final Transactions store;
  private final Supplier<List<String>> whyNotReady;
  private final List<ContactMethod> methods;
  private final Duration patience;

  /// A test of one node.
  ///
  /// @param whyNotReady each reason why it can't do its work; none when it can
  /// @param methods that its channels carry
  /// @param patience how long a message may take
  public SelfTest(
      FrontDoor door,
      Transactions store,
      Supplier<List<String>> whyNotReady,
      List<ContactMethod> methods,
      Duration patience) {
    this.door = door;
    this.store = store;
    this.whyNotReady = whyNotReady;
    this.methods = List.copyOf(methods);
    this.patience = patience;
  }

  /// Why nobody could be paged; nothing when somebody could.
  List<String> run() throws InterruptedException {
    List<String> reasons = new ArrayList<>(whyNotReady.get());
    if (methods.isEmpty()) {
      reasons.add("no channel is configured");
    }
    if (!reasons.isEmpty()) {
      return reasons;
    }
    return switch (door.submit(new Command.TestItself(methods))) {
      case Reply.SelfTested(var wrong, var onTheirWay) when wrong.isEmpty() -> await(onTheirWay);
      case Reply.SelfTested(var wrong, _) -> wrong;
      case Reply.TryLater(_, _, var why) -> List.of(why);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    };
  }

  private List<String> await(List<NotificationId> onTheirWay) throws InterruptedException {
    long start = System.nanoTime();
    List<String> late = late(onTheirWay);
    while (!late.isEmpty() && System.nanoTime() - start < patience.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
      late = late(onTheirWay);
    }
    return late;
  }

  private List<String> late(List<NotificationId> onTheirWay) {
    return store.read(stores ->
        onTheirWay.stream()
            .flatMap(id -> stores.notifications().find(id).stream())
            .filter(n -> !arrived(n))
            .map(n ->
                "a message by "
                    + n.method().word()
                    + " does not leave: it is "
                    + n.delivery().word())
            .toList());
  }

  private static boolean arrived(Notification test) {
    return test.delivery() instanceof Delivery.Delivered;
  }
}
