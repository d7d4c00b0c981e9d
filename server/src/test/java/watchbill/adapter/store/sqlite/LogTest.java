package watchbill.adapter.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.alert.Event;
import watchbill.alert.EventId;

/// The log stays short beside a writer that never pauses.
class LogTest {
  private static final long FRAMES_MAX = 64;
  private static final int EVENTS_MAX = 5_000;

  @Test
  void isCarriedOverWhileMoreIsWritten(@TempDir Path folder) throws IOException {
    SqliteSettings settings = SqliteSettings.DEFAULTS.withLogFramesMax(FRAMES_MAX);
    String body = "x".repeat(50_000);
    try (var transactions = SqliteTransactions.open(folder, settings)) {
      Path log = folder.resolve("watchbill.db-wal");
      int events = 0;
      do {
        var event = new Event(new EventId("event-" + events++), PROMETHEUS, NIGHT, "", body);
        transactions.write(stores -> {
          stores.events().add(List.of(event));
          return true;
        });
      } while (events < EVENTS_MAX && Files.size(log) > (long) events * body.length() / 3);
      assertThat(events).as("written before the log was begun anew").isLessThan(EVENTS_MAX);
      for (int i = 0; i < events; i++) {
        var id = new EventId("event-" + i);
        assertThat(transactions.<Boolean>read(s -> s.events().find(id).isPresent())).isTrue();
      }
    }
  }
}
