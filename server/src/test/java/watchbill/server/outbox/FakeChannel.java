package watchbill.server.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Outcome;

/// A provider that does as it is told.
final class FakeChannel implements Channel {
  private final ContactMethod method;
  private final String provider;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private volatile Supplier<Outcome> answer = () -> new Outcome.Accepted("r1", false);

  FakeChannel(ContactMethod method, String provider) {
    this.method = method;
    this.provider = provider;
  }

  FakeChannel answers(Outcome outcome) {
    answer = () -> outcome;
    return this;
  }

  FakeChannel fails() {
    answer =
        () -> {
          throw new IllegalStateException("a fault of the channel");
        };
    return this;
  }

  /// Answers when the latch opens; silence, when it is interrupted before.
  FakeChannel answersAfter(CountDownLatch latch) {
    answer =
        () -> {
          try {
            latch.await();
            return new Outcome.Accepted("late", false);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer("cut off");
          }
        };
    return this;
  }

  List<Message> messages() {
    return messages;
  }

  void awaitAsked() throws InterruptedException {
    if (!asked.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError(provider + " was never asked");
    }
  }

  @Override
  public ContactMethod method() {
    return method;
  }

  @Override
  public String provider() {
    return provider;
  }

  @Override
  public Outcome send(Message message, String address) {
    messages.add(message);
    asked.countDown();
    return answer.get();
  }
}
