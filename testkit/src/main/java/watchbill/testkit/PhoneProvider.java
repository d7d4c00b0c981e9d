package watchbill.testkit;

import java.util.HashMap;
import java.util.Map;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Outcome;

/// Carries messages of one contact method to phones, in whatever mood the story puts it.
public final class PhoneProvider implements Channel {
  /// How it treats what it is given.
  private enum Mood {
    WORKS,
    REFUSES,
    IS_BUSY,
    IS_DOWN,
    TAKES_IT_AND_SAYS_NOTHING,
    LOSES_IT_AND_SAYS_NOTHING
  }

  private final ContactMethod method;
  private final Map<String, Phone> phones = new HashMap<>();
  private Mood mood = Mood.WORKS;
  private int asked;

  PhoneProvider(ContactMethod method) {
    this.method = method;
  }

  void connect(String address, Phone phone) {
    phones.put(address, phone);
  }

  public PhoneProvider works() {
    return is(Mood.WORKS);
  }

  /// It will never take a message.
  public PhoneProvider refuses() {
    return is(Mood.REFUSES);
  }

  /// It asks to be tried later.
  public PhoneProvider isBusy() {
    return is(Mood.IS_BUSY);
  }

  /// Nothing listens.
  public PhoneProvider isDown() {
    return is(Mood.IS_DOWN);
  }

  /// The phone rings, and the answer never comes.
  public PhoneProvider timesOutAfterTelling() {
    return is(Mood.TAKES_IT_AND_SAYS_NOTHING);
  }

  /// The phone stays silent, and so does the provider.
  public PhoneProvider timesOutWithoutTelling() {
    return is(Mood.LOSES_IT_AND_SAYS_NOTHING);
  }

  /// How often it was asked to carry something.
  public int asked() {
    return asked;
  }

  @Override
  public ContactMethod method() {
    return method;
  }

  @Override
  public String provider() {
    return "phone";
  }

  @Override
  public Outcome send(Message message, String address) {
    asked++;
    return switch (mood) {
      case WORKS -> deliver(message, address);
      case REFUSES -> new Outcome.Refused("the provider refuses");
      case IS_BUSY -> new Outcome.Unavailable("too many requests");
      case IS_DOWN -> new Outcome.Unavailable("connection refused");
      case TAKES_IT_AND_SAYS_NOTHING -> {
        Outcome unsaid = deliver(message, address);
        yield new Outcome.NoAnswer("no answer in 10 s, after " + unsaid);
      }
      case LOSES_IT_AND_SAYS_NOTHING -> new Outcome.NoAnswer("no answer in 10 s");
    };
  }

  private Outcome deliver(Message message, String address) {
    Phone phone = phones.get(address);
    if (phone == null) {
      return new Outcome.Refused("nobody has " + address);
    }
    phone.receive(method, message);
    return new Outcome.Accepted(message.key().value(), false);
  }

  private PhoneProvider is(Mood next) {
    mood = next;
    return this;
  }
}
