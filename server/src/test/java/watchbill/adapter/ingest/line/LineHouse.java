package watchbill.adapter.ingest.line;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import watchbill.adapter.ingest.Keys;
import watchbill.adapter.ingest.RecordingDoor;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;

/// A door that records, with what became of each line.
public final class LineHouse {
  public static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");

  public final RecordingDoor door = new RecordingDoor();
  public final Map<LineTally.Fate, Integer> fates = new ConcurrentHashMap<>();
  public final Map<Tally.Outcome, Integer> outcomes = new ConcurrentHashMap<>();

  public LineDoor lines() {
    return new LineDoor(
        door, () -> NOW, this::outcome, (_, fate, count) -> fates.merge(fate, count, Integer::sum));
  }

  public void outcome(Tally.Outcome outcome, int count) {
    outcomes.merge(outcome, count, Integer::sum);
  }

  public int count(LineTally.Fate fate) {
    return fates.getOrDefault(fate, 0);
  }

  /// An integration of this kind, for the service checkout.
  public static Integration integration(IntegrationKind kind, String key) {
    return new Integration(
        new IntegrationId(kind.word()), kind, Keys.hash(key), new ServiceId("checkout"));
  }

  public static Catalog catalog(Integration... integrations) {
    return new Catalog(List.of(), List.of(), List.of(), List.of(integrations));
  }

  /// A rule that raises what this pattern is found in, as the line says it.
  public static LineRules raising(String pattern) {
    return new LineRules(
        List.of(
            new LineRule(
                List.of(new LineRule.Where(Line.TEXT, Pattern.compile(pattern))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LineRule.Then.RAISE)),
        LineRules.Otherwise.DROP);
  }

  /// Waits for what another thread does, for at most ten seconds.
  public static void eventually(String what, BooleanSupplier happened) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within ten seconds: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  /// A request, line or mail as a real client sent it.
  public static byte[] golden(String name) {
    try (InputStream in =
        LineHouse.class.getResourceAsStream("/watchbill/adapter/ingest/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
