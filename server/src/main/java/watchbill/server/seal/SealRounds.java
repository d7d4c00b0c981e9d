package watchbill.server.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.alert.Severity;
import watchbill.audit.AuditEntry;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Transactions;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.server.hourly.HourlyRounds;
import watchbill.server.hourly.RoundClaims;
import watchbill.time.TimeSource;

/// Signs where the audit chain stands: once a day for the log, once a week for the administrators'
/// mailboxes.
public final class SealRounds {
  private static final Logger LOG = LoggerFactory.getLogger(SealRounds.class);
  private static final String TROUBLE = "audit-key";

  /// A chain as young as this has nothing that could be cut off.
  private static final Duration YOUNG = Duration.ofDays(1);

  private final Transactions store;
  private final FrontDoor door;
  private final TimeSource time;
  private final Path data;
  private final HourlyRounds hourly;
  private LocalDate logged = LocalDate.EPOCH;

  /// Rounds that are not yet begun.
  ///
  /// @param data the folder of the key
  public SealRounds(
      Transactions store, FrontDoor door, TimeSource time, Path data, RoundClaims claims) {
    this.store = store;
    this.door = door;
    this.time = time;
    this.data = data;
    this.hourly = new HourlyRounds("audit heads", this::round, claims);
  }

  public void start() {
    hourly.start();
  }

  /// Returns when the round that is running has ended.
  public void stop() throws InterruptedException {
    hourly.stop();
  }

  void round() {
    Instant now = time.now();
    if (isYoung(now)) {
      return;
    }
    try {
      SealKey key = SealKey.of(data);
      SealedHead head = sealed(key, now);
      log(head, now);
      tell(head, key, now);
      door.submit(new Command.EndTrouble(TROUBLE, "a head was signed"));
    } catch (IOException e) {
      LOG.error("the audit's head can't be signed: {}", e.getMessage());
      door.submit(
          new Command.RaiseTrouble(
              TROUBLE,
              Severity.WARNING,
              "Watchbill can't sign its audit",
              String.valueOf(e.getMessage())));
    }
  }

  private SealedHead sealed(SealKey key, Instant now) {
    return SealedHead.of(store.read(stores -> stores.audit().head()), now, key);
  }

  private boolean isYoung(Instant now) {
    List<AuditEntry> first = store.read(stores -> stores.audit().after(0, 1));
    return Optional.of(first)
        .filter(f -> !f.isEmpty())
        .filter(f -> !now.isBefore(f.getFirst().deed().at().plus(YOUNG)))
        .isEmpty();
  }

  private void log(SealedHead head, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (today.isAfter(logged)) {
      LOG.info("the audit stands at {}", head.text());
      logged = today;
    }
  }

  /// Told once for its week, so that it need not be remembered which were told.
  private void tell(SealedHead head, SealKey key, Instant now) {
    LocalDate week =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String count = head.head().sequence() + " entries";
    Instant at = now.truncatedTo(ChronoUnit.SECONDS);
    door.submit(
        new Command.TellKeepers(
            Notice.Kind.AUDIT_HEAD,
            "audit-head/" + week,
            "Keep this: Watchbill's audit had " + count + " on " + week,
            List.of(
                new Message.Fact("Head", head.text()),
                new Message.Fact("Signed", at + ", by the key " + key.publicText()),
                new Message.Fact(
                    "To check",
                    "watchbill audit verify --head HEAD --key KEY, on any later day"))));
  }
}
