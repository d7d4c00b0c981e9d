package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.CHECKOUT;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Stores;
import watchbill.heartbeat.CronExpression;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.Heartbeats;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Ping;
import watchbill.heartbeat.Run;
import watchbill.heartbeat.Schedule;
import watchbill.heartbeat.Trouble;
import watchbill.time.Span;

/// Heartbeats come back as they were; those that must be looked at are found first, and of pings
/// the last hundred stay.
public interface HeartbeatStoreContract extends StoreContract<HeartbeatStore> {
  @Override
  default Class<HeartbeatStore> port() {
    return HeartbeatStore.class;
  }

  @Override
  default HeartbeatStore storeIn(Stores stores) {
    return stores.heartbeats();
  }

  @Test
  default void givesBackAHeartbeatAsItWas() {
    List<Heartbeat> all = List.of(every("a", 1), full("b"), retired("c"), paused("d"));
    all.forEach(writes()::save);
    for (Heartbeat heartbeat : all) {
      assertThat(reads().find(heartbeat.id())).contains(heartbeat);
    }
    assertThat(reads().find(new HeartbeatId("nobody"))).isEmpty();
    assertThat(reads().all(100)).containsExactlyElementsOf(all);
    assertThat(reads().all(2)).containsExactlyElementsOf(all.subList(0, 2));
  }

  @Test
  default void keepsTheLatestOfWhatIsKnown() {
    writes().save(every("a", 1));
    writes().save(full("a"));
    assertThat(reads().all(100)).containsExactly(full("a"));
  }

  @Test
  default void findsByItsKeyWhatIsNotRetired() {
    writes().save(full("a"));
    writes().save(retired("b"));
    assertThat(reads().byKeyHash("hash of a")).contains(full("a"));
    assertThat(reads().byKeyHash("hash of b")).isEmpty();
  }

  @Test
  default void twoOfOneKeyAreABugUnlessOneIsRetired() {
    writes().save(withKey(retired("a"), "one"));
    writes().save(withKey(every("b", 1), "one"));
    assertThat(reads().byKeyHash("one").map(Heartbeat::id)).contains(new HeartbeatId("b"));
  }

  @Test
  default void findsThoseOfAnIntegration() {
    writes().save(full("b"));
    writes().save(full("a"));
    writes().save(retired("c"));
    writes().save(every("d", 1));
    assertThat(reads().of(new IntegrationId("cron"), 100)).containsExactly(full("a"), full("b"));
    assertThat(reads().of(new IntegrationId("cron"), 1)).containsExactly(full("a"));
    assertThat(reads().of(new IntegrationId("other"), 100)).isEmpty();
  }

  @Test
  default void findsWhatIsDueMostOverdueFirst() {
    Heartbeat late = every("late", 2);
    Heartbeat later = every("later", 3);
    List.of(later, late, every("not-yet", 50), paused("never")).forEach(writes()::save);
    Instant at = later.lookAt().orElseThrow();
    assertThat(reads().due(at, 100)).containsExactly(late, later);
    assertThat(reads().due(at, 1)).containsExactly(late);
    assertThat(reads().due(at.minusNanos(1_000), 100)).containsExactly(late);
  }

  @Test
  default void keepsTheLastPingsOfEach() {
    List<KeptPing> pings = new ArrayList<>();
    write(store -> {
      for (int i = 0; i < HeartbeatStore.PINGS_MAX + 7; i++) {
        pings.add(ping(i, "a", Ping.success("GET")));
        store.add(pings.getLast());
      }
      store.add(ping(500, "b", Ping.success("GET")));
    });
    List<KeptPing> last = pings.subList(7, pings.size()).reversed();
    assertThat(reads().pings(new HeartbeatId("a"), 1_000)).containsExactlyElementsOf(last);
    assertThat(reads().pings(new HeartbeatId("a"), 3))
        .containsExactlyElementsOf(last.subList(0, 3));
    assertThat(reads().pings(new HeartbeatId("b"), 3)).hasSize(1);
  }

  @Test
  default void givesBackAPingAsItWas() {
    List<String> texts =
        Samples.TEXTS.stream().filter(text -> text.length() <= Ping.BODY_MAX).toList();
    for (String text : texts) {
      writes().add(ping(texts.indexOf(text), "a", Ping.ended(3, "run-1", text, "POST")));
    }
    List<KeptPing> kept = reads().pings(new HeartbeatId("a"), 100);
    assertThat(kept).extracting(k -> k.ping().body()).containsAll(texts);
    var log = new Ping(Ping.Kind.LOG, Optional.empty(), "", "", "GET");
    var bare = new KeptPing(id(900), new HeartbeatId("b"), minute(9), log, Optional.empty());
    writes().add(bare);
    assertThat(reads().pings(new HeartbeatId("b"), 1)).containsExactly(bare);
  }

  @Test
  default void aSecondPingOfOneIdIsABug() {
    writes().add(ping(1, "a", Ping.success("GET")));
    assertThatThrownBy(() -> writes().add(ping(1, "a", Ping.success("GET"))))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  default void remembersUntilWhenItCouldHear() {
    assertThat(reads().heardUntil()).isEmpty();
    write(store -> store.heardUntil(minute(3)));
    write(store -> store.heardUntil(minute(5)));
    assertThat(reads().heardUntil()).contains(minute(5));
  }

  private static KeptPing ping(int number, String heartbeat, Ping ping) {
    return new KeptPing(
        id(number),
        new HeartbeatId(heartbeat),
        minute(number),
        ping,
        Optional.of(Duration.ofSeconds(90)));
  }

  private static Heartbeat every(String handle, int hours) {
    var schedule = new Schedule.Every(Duration.ofHours(hours));
    return Heartbeats.create(plan(handle, Optional.empty(), schedule), minute(0));
  }

  private static Heartbeat paused(String handle) {
    var schedule = new Schedule.Every(Duration.ofHours(1));
    HeartbeatPlan plan = plan(handle, Optional.empty(), schedule).enabled(false);
    return Heartbeats.create(plan, minute(0));
  }

  private static Heartbeat retired(String handle) {
    return Heartbeats.retire(full(handle), minute(77)).after();
  }

  private static Heartbeat withKey(Heartbeat of, String hash) {
    HeartbeatPlan p = of.plan();
    var plan =
        new HeartbeatPlan(
            p.id(),
            p.integration(),
            Optional.of(hash),
            p.service(),
            p.schedule(),
            p.grace(),
            p.severity(),
            p.note(),
            p.enabled());
    return new Heartbeat(
        plan,
        of.createdAt(),
        of.retiredAt(),
        of.heardAt(),
        of.goodAt(),
        of.expectedAt(),
        of.lookAt(),
        of.runs(),
        of.trouble(),
        of.unheard());
  }

  /// One of which nothing is empty.
  private static Heartbeat full(String handle) {
    var cron = CronExpression.parse("0 3 * * mon-fri").orElseThrow();
    var schedule = new Schedule.Cron(cron, ZoneId.of("Europe/Madrid"));
    HeartbeatPlan plan = plan(handle, Optional.of(new IntegrationId("cron")), schedule);
    Heartbeat fresh = withKey(Heartbeats.create(plan, minute(0)), "hash of " + handle);
    return new Heartbeat(
        fresh.plan(),
        minute(0),
        Optional.empty(),
        Optional.of(minute(4)),
        Optional.of(minute(3)),
        minute(60),
        Optional.of(minute(90)),
        List.of(new Run("", minute(4)), new Run("run 2", minute(5))),
        Optional.of(new Trouble(Trouble.Kind.FAILED, minute(2), 3)),
        Optional.of(new Span(minute(1), minute(2))));
  }

  private static HeartbeatPlan plan(
      String handle, Optional<IntegrationId> integration, Schedule schedule) {
    return new HeartbeatPlan(
        new HeartbeatId(handle),
        integration,
        Optional.empty(),
        CHECKOUT,
        schedule,
        Duration.ofMinutes(30),
        Severity.ERROR,
        "it's \"urgent\" ñ",
        true);
  }
}
