package watchbill.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;

/// One person's phone: everything they are told arrives here and must be expected.
public final class Phone {
  private final PersonId owner;
  private final Consumer<Answer> answers;
  private final List<Received> received = new ArrayList<>();
  private int read;

  Phone(PersonId owner, Consumer<Answer> answers) {
    this.owner = owner;
    this.answers = answers;
  }

  /// One message as the person sees it.
  public record Received(ContactMethod method, Message message) {
    /// All that can be read, the link too.
    public String text() {
      String button = message.action().map(a -> a.label() + " " + a.link() + "\n").orElse("");
      return message.subject() + "\n" + message.factsAsText() + button;
    }
  }

  /// What the person presses.
  enum Button {
    ACKNOWLEDGE,
    RESOLVE,
    HAND_OVER,
    STAND_DOWN,
    ANSWER
  }

  /// A button pressed on one message.
  record Answer(Button button, Message message) {}

  /// Rings.
  void receive(ContactMethod method, Message message) {
    boolean seenBefore = received.stream().anyMatch(r -> r.message().key().equals(message.key()));
    if (seenBefore && !message.possibleDuplicate()) {
      throw new AssertionError(owner + " is told twice, and it is not said: " + message.subject());
    }
    received.add(new Received(method, message));
  }

  /// The oldest message not read yet came by SMS and says all this.
  public Phone expectSms(String... words) {
    return expect(ContactMethod.SMS, words);
  }

  /// The oldest message not read yet came by e-mail and says all this.
  public Phone expectEmail(String... words) {
    return expect(ContactMethod.EMAIL, words);
  }

  /// The oldest message not read yet came this way and says all this.
  public Phone expect(ContactMethod method, String... words) {
    if (read == received.size()) {
      throw new AssertionError(
          owner + " was told nothing new, but should be told by " + method.word());
    }
    Received next = received.get(read++);
    if (next.method() != method) {
      throw new AssertionError(
          owner + " was told by " + next.method().word() + ":\n" + next.text());
    }
    for (String word : words) {
      if (!next.text().contains(word)) {
        throw new AssertionError(owner + " was not told '" + word + "', but:\n" + next.text());
      }
    }
    return this;
  }

  /// Nothing came that was not read yet.
  public Phone expectSilence() {
    if (read < received.size()) {
      throw new AssertionError(owner + " was told unexpectedly:\n" + unread().getFirst().text());
    }
    return this;
  }

  /// Presses Acknowledge on the latest message.
  public Phone acknowledges() {
    return press(Button.ACKNOWLEDGE);
  }

  /// Presses Resolve on the latest message.
  public Phone resolves() {
    return press(Button.RESOLVE);
  }

  /// Hands the page of the latest message to the lieutenant.
  public Phone handsOver() {
    return press(Button.HAND_OVER);
  }

  /// Says on the page of the latest message that they can't be on duty.
  public Phone cannot() {
    return press(Button.STAND_DOWN);
  }

  /// Presses the button of the latest notice, and on the page it opens the one that answers.
  public Phone answers() {
    return press(Button.ANSWER);
  }

  /// How many messages not read yet are about a page by itself.
  public long unreadSingles() {
    return unread().stream()
        .filter(r -> r.message().topic() instanceof Message.Topic.OfPage)
        .count();
  }

  /// The subjects of all that came and was not read yet, now read.
  public List<String> readAllSubjects() {
    List<String> subjects = unread().stream().map(r -> r.message().subject()).toList();
    read = received.size();
    return subjects;
  }

  /// All that can be read of what came and was not read yet, now read.
  public List<String> readAllTexts() {
    List<String> texts = unread().stream().map(Received::text).toList();
    read = received.size();
    return texts;
  }

  /// What came and was not expected by any line of the story.
  List<Received> unread() {
    return List.copyOf(received.subList(read, received.size()));
  }

  /// Everything ever received, now read.
  List<String> readAll() {
    read = received.size();
    return received.stream().map(r -> owner + " by " + r.method() + ": " + r.text()).toList();
  }

  PersonId owner() {
    return owner;
  }

  private Phone press(Button button) {
    if (received.isEmpty()) {
      throw new AssertionError(owner + " was never told anything and has no button to press");
    }
    answers.accept(new Answer(button, received.getLast().message()));
    return this;
  }
}
