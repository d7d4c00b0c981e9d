package watchbill.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Keepers;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.notification.Canaries;
import watchbill.notification.Channel;
import watchbill.notification.Degradations;
import watchbill.notification.Delivery;
import watchbill.notification.Message;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;
import watchbill.server.hourly.RoundClaims;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// A test message goes out once a day; one that fails is told, and tried again each hour.
class CanaryRoundsTest {
  private static final String ADDRESS = "canary@example.org";

  private final HandClock clock = new HandClock(Cast.NIGHT);
  private final MemoryTransactions store = new MemoryTransactions();
  private final Engine engine =
      new Engine(store, CanaryRoundsTest::configuration, new SequentialIds());
  private final List<String> sent = new ArrayList<>();
  private final List<Trial> tried = new ArrayList<>();
  private Outcome answer = new Outcome.Accepted("<1@example.org>", false);

  @Test
  void oneGoesOutEachDayAlsoAfterARestart() {
    rounds().round();
    rounds().round();
    clock.turn(Duration.ofHours(3));
    rounds().round();
    assertThat(sent).containsExactly(ADDRESS + ": Watchbill tests this way; nothing is to be done");
    clock.turn(Duration.ofDays(1));
    rounds().round();
    assertThat(sent).hasSize(2);
    assertThat(tried.getFirst().inWords()).startsWith("smtp took it after ");
    assertThat(tried.getFirst().inWords()).endsWith("whether it arrived it does not say");
    assertThat(told()).isEmpty();
  }

  @Test
  void oneThatFailsIsTriedEachHourAndToldUntilOnePasses() {
    CanaryRounds rounds = rounds();
    answer = new Outcome.Unavailable("connection refused");
    rounds.round();
    assertThat(told()).containsExactly("A test message by email did not get through");
    rounds.round();
    clock.turn(Duration.ofHours(1));
    answer = new Outcome.Accepted("<2@example.org>", true);
    rounds.round();
    assertThat(tried.getLast().inWords()).startsWith("smtp delivered it after ");
    clock.turn(Duration.ofHours(1));
    rounds.round();
    assertThat(sent).as("failed, again at the hour of the failure, passed").hasSize(3);
    assertThat(kept()).isInstanceOf(Delivery.Failed.class);
  }

  @Test
  void oneThatFailsMeansThatItsMethodIsDegradedUntilOnePasses() {
    answer = new Outcome.Refused("550 no such user");
    CanaryRounds rounds = rounds();
    rounds.round();
    assertThat(Degradations.of(ContactMethod.EMAIL, last())).isPresent();
    answer = new Outcome.Accepted("", false);
    clock.turn(Duration.ofMinutes(1));
    rounds.round();
    assertThat(Degradations.of(ContactMethod.EMAIL, last())).isEmpty();
  }

  @Test
  void whereNoAddressIsSetNoneGoesOut() {
    new CanaryRounds(
            needs(), Map.of(ContactMethod.SMS, "+34600000001"), tried::add, RoundClaims.ALONE)
        .round();
    assertThat(sent).isEmpty();
    assertThat(
            Trial.all(
                List.of(channel()), Map.of(), Canaries.ofDay(ContactMethod.EMAIL, Cast.NIGHT)))
        .isEmpty();
  }

  private CanaryRounds rounds() {
    return new CanaryRounds(
        needs(), Map.of(ContactMethod.EMAIL, ADDRESS), tried::add, RoundClaims.ALONE);
  }

  private CanaryRounds.Needs needs() {
    return new CanaryRounds.Needs(
        List.of(channel()), command -> engine.run(command, clock.now()), store, clock);
  }

  private Channel channel() {
    return new Channel() {
      @Override
      public ContactMethod method() {
        return ContactMethod.EMAIL;
      }

      @Override
      public String provider() {
        return "smtp";
      }

      @Override
      public Outcome send(Message message, String address) {
        sent.add(address + ": " + message.headline());
        return answer;
      }
    };
  }

  private Delivery kept() {
    var id = Canaries.ofDay(ContactMethod.EMAIL, Cast.NIGHT);
    return store.read(stores -> stores.notifications().find(id)).orElseThrow().delivery();
  }

  private List<Notification> last() {
    return store.read(stores -> stores.notifications().sent(ContactMethod.EMAIL, Cast.NIGHT, 9));
  }

  private List<String> told() {
    return store.read(stores ->
        stores.notifications().pending(9).stream()
            .filter(n -> n.person().equals(Cast.DEV))
            .map(Notification::why)
            .distinct()
            .toList());
  }

  private static Configuration configuration() {
    var catalog =
        new Catalog(
            Cast.everybody(), List.of(Cast.payments()), List.of(Cast.checkout()), List.of());
    return new Configuration(catalog, List.of(), List.of())
        .with(new Keepers(List.of(Cast.DEV), Optional.empty()));
  }
}
