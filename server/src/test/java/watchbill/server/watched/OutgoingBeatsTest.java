package watchbill.server.watched;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.HttpPeer;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.EscalationPolicy.Step;
import watchbill.escalation.Target;
import watchbill.kernel.Secret;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.rota.Role;
import watchbill.server.outbox.Channels;
import watchbill.server.outbox.Outbox;
import watchbill.server.seal.SealKey;
import watchbill.server.seal.SealedBeat;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// A beat goes out as long as somebody could be paged, and only then.
class OutgoingBeatsTest {
  private static final List<ContactMethod> METHODS =
      List.of(ContactMethod.SMS, ContactMethod.EMAIL);
  private static final URI LINK = URI.create("https://watchbill.example.org/w/x");

  private final MemoryTransactions store = new MemoryTransactions();
  private final List<String> notReady = new ArrayList<>();
  @AutoClose private final Egress egress = new Egress();
  @AutoClose private final HttpPeer watcher = new HttpPeer();
  private FrontDoor door = door(Cast.everybody());
  private final Outbox outbox =
      new Outbox(command -> door.submit(command), new Channels(List.of()), _ -> LINK);
  private boolean started;

  @AfterEach
  void stop() throws InterruptedException {
    if (started) {
      outbox.stop();
    }
  }

  @Test
  void eachBeatFollowsATestThatWentTheWholeWay() throws InterruptedException {
    start();
    OutgoingBeats beats = beats(METHODS, Duration.ofSeconds(10));
    assertThat(beats.beat()).isTrue();
    assertThat(beats.beat()).isTrue();
    assertThat(watcher.asked()).hasSize(2);
    assertThat(watcher.asked().getFirst().requestLine()).isEqualTo("GET /ping/key HTTP/1.1");
    List<Notification> kept = store.read(s -> s.notifications().of(new NoticeId("self-test")));
    assertThat(kept).as("one row for each method, however often").hasSize(2);
    int deeds = store.<Integer>read(s -> s.audit().after(0, 9).size());
    assertThat(deeds).isZero();
  }

  @Test
  void noneGoesOutWhileNothingEmptiesTheOutbox() throws InterruptedException {
    assertThat(beats(METHODS, Duration.ofMillis(200)).beat()).isFalse();
    assertThat(watcher.asked()).isEmpty();
  }

  @Test
  void noneGoesOutWhileTheNodeIsNotReadyOrTheStoreCanNotBeWritten() throws InterruptedException {
    start();
    notReady.add("nothing looks for what is due");
    assertThat(beats(METHODS, Duration.ofSeconds(10)).beat()).isFalse();
    notReady.clear();
    door = _ -> new Reply.TryLater(false, Duration.ofSeconds(5), "the store can't be written");
    assertThat(beats(METHODS, Duration.ofSeconds(10)).beat()).isFalse();
    assertThat(watcher.asked()).isEmpty();
  }

  @Test
  void noneGoesOutWhileNobodyCouldBeWokenForAService() throws InterruptedException {
    start();
    door = door(List.of());
    assertThat(beats(METHODS, Duration.ofSeconds(10)).beat()).isFalse();
    assertThat(new SelfTest(door, store, List::of, METHODS, Duration.ZERO).run())
        .containsExactly("nobody can be woken for checkout");
  }

  @Test
  void noneGoesOutWithoutAnyChannel() throws InterruptedException {
    assertThat(new SelfTest(door, store, List::of, List.of(), Duration.ZERO).run())
        .containsExactly("no channel is configured");
  }

  @Test
  void anotherInstallIsSentASignedBeatThatIsForIt(@TempDir Path ours, @TempDir Path theirs)
      throws Exception {
    start();
    SealKey key = SealKey.of(ours);
    List<String> reader = List.of(SealKey.of(theirs).publicText());
    var letters = new BeatLetters(watcher.uri(""), reader, key, store, new HandClock(Cast.NIGHT));
    assertThat(new OutgoingBeats(egress, letters, Duration.ofHours(1), test(METHODS)).beat())
        .isTrue();
    assertThat(watcher.asked().getFirst().requestLine()).isEqualTo("POST /beat HTTP/1.1");
    SealedBeat beat = SealedBeat.read(watcher.asked().getFirst().body()).orElseThrow();
    assertThat(beat.isSignedBy(key.publicText())).isTrue();
    assertThat(beat.isFor(reader.getFirst())).isTrue();
    assertThat(beat.head().at()).isEqualTo(Cast.NIGHT);
  }

  @Test
  void aWatcherThatIsAwayIsAskedAgainTheNextTime() throws InterruptedException {
    start();
    OutgoingBeats beats = beats(METHODS, Duration.ofSeconds(10));
    URI nobody = URI.create("http://127.0.0.1:1/ping");
    var lost = new OutgoingBeats(egress, secret(nobody), Duration.ofHours(1), test(METHODS));
    assertThat(lost.beat()).isFalse();
    assertThat(beats.beat()).isTrue();
  }

  private void start() {
    outbox.start();
    started = true;
  }

  private OutgoingBeats beats(List<ContactMethod> methods, Duration patience) {
    var test =
        new SelfTest(command -> door.submit(command), store, () -> notReady, methods, patience);
    return new OutgoingBeats(egress, secret(watcher.uri("/ping/key")), Duration.ofHours(1), test);
  }

  private SelfTest test(List<ContactMethod> methods) {
    return new SelfTest(
        command -> door.submit(command), store, () -> notReady, methods, Duration.ofSeconds(10));
  }

  private static Secret secret(URI address) {
    return Secret.of(address.toString());
  }

  private FrontDoor door(List<Person> people) {
    Configuration configuration = configuration(people);
    var engine = new Engine(store, () -> configuration, new SequentialIds());
    return (Command command) -> {
      synchronized (store) {
        return engine.run(command, Cast.NIGHT);
      }
    };
  }

  static Configuration anyone() {
    return configuration(Cast.everybody());
  }

  private static Configuration configuration(List<Person> people) {
    var catalog =
        new Catalog(
            Cast.everybody(), List.of(Cast.payments()), List.of(Cast.checkout()), List.of());
    var silent =
        new Catalog(
            Cast.everybody().stream().map(OutgoingBeatsTest::unreachable).toList(),
            List.of(Cast.payments()),
            List.of(Cast.checkout()),
            List.of());
    var step = new Step(List.of(new Target.ToRota(Cast.ROTA, Role.PRIMARY)), Duration.ofMinutes(5));
    var policy =
        new EscalationPolicy("payments", List.of(step), 0, List.of(new Target.ToPerson(Cast.DEV)));
    return new Configuration(
        people.isEmpty() ? silent : catalog,
        List.of(Cast.rota(Cast.ANA, Cast.BEN)),
        List.of(policy));
  }

  private static Person unreachable(Person p) {
    return new Person(p.id(), p.name(), p.zone(), Map.of(), p.rules());
  }
}
