package watchbill.adapter.channel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.testkit.Cast;
import watchbill.testkit.contract.ChannelContract;

class DemoChannelTest implements ChannelContract {
  private static final String NUMBER = "+34600000001";

  private final DemoPhones phones = new DemoPhones(DemoChannelTest::owner, () -> Cast.NIGHT);
  private final DemoChannel channel = phones.channel(ContactMethod.SMS);

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Counterpart counterpart() {
    return new Phone();
  }

  @Test
  void whatIsOnThePhoneIsDelivered() {
    assertThat(channel.send(message("down"), NUMBER)).isEqualTo(new Outcome.Accepted("1", true));
    assertThat(phones.of(Cast.ANA))
        .containsExactly(
            new DemoPhones.Ring(1, Cast.NIGHT, Cast.ANA, ContactMethod.SMS, message("down")));
    assertThat(phones.of(Cast.BEN)).isEmpty();
  }

  @Test
  void aNumberThatIsNobodysIsRefused() {
    assertThat(channel.send(message("down"), "+4900")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void onePhoneTakesEveryMethodAndShowsTheNewestFirst() {
    channel.send(message("by sms"), NUMBER);
    phones.channel(ContactMethod.CALL).send(message("by call"), NUMBER);
    assertThat(phones.of(Cast.ANA))
        .extracting(DemoPhones.Ring::method)
        .containsExactly(ContactMethod.CALL, ContactMethod.SMS);
  }

  @Test
  void aPhoneForgetsTheOldest() {
    for (int i = 1; i <= 60; i++) {
      channel.send(message("down " + i), NUMBER);
    }
    assertThat(phones.of(Cast.ANA)).hasSize(50);
    assertThat(phones.of(Cast.ANA).getLast().message().headline()).isEqualTo("down 11");
    assertThat(phones.latest()).isEqualTo(60);
  }

  @Test
  void whoWatchesIsToldUntilTheyHaveSeenEnough() {
    List<Long> heard = new ArrayList<>();
    try (var subscription = phones.onRing(ring -> heard.add(ring.number()))) {
      assertThat(subscription).isNotNull();
      channel.send(message("down"), NUMBER);
    }
    channel.send(message("still down"), NUMBER);
    assertThat(heard).containsExactly(1L);
  }

  private static Optional<PersonId> owner(DemoPhones.Line line) {
    return line.address().equals(NUMBER) ? Optional.of(Cast.ANA) : Optional.empty();
  }

  private static Message message(String headline) {
    return new Message(
        new NotificationId("01JGX3S0000000000000000001"),
        new Message.Topic.OfPage(4217),
        Urgency.NOW,
        headline,
        List.of(),
        Optional.of(Message.Action.acknowledge(URI.create("https://watchbill.example.org/w/a"))),
        false);
  }

  private final class Phone implements Counterpart {
    @Override
    public String address() {
      return NUMBER;
    }

    @Override
    public List<String> seen() {
      return phones.of(Cast.ANA).reversed().stream()
          .map(DemoPhones.Ring::message)
          .map(m -> m.subject() + "\n" + m.factsAsText() + button(m))
          .toList();
    }

    private static String button(Message message) {
      return message.action().map(a -> a.label() + " " + a.link()).orElse("");
    }

    @Override
    public void refuse() {
      phones.reception(Reception.BARRED);
    }

    @Override
    public void postpone() {
      phones.reception(Reception.BUSY);
    }

    @Override
    public void disappear() {
      phones.reception(Reception.NONE);
    }

    @Override
    public void fallSilent() {
      phones.reception(Reception.SILENT);
    }
  }
}
