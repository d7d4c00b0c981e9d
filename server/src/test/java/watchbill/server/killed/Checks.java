package watchbill.server.killed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import watchbill.server.several.Patience;
import watchbill.server.several.Phones.Ring;

/// What is promised, looked at after a kill.
final class Checks {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private Checks() {}

  /// Whoever was due before the kill and was not told is told after it, in time.
  static void areTold(Round round, String... people) {
    for (String person : people) {
      if (!round.wasTold(person)) {
        await(round, person, 0);
      }
    }
  }

  /// Whoever is due so long after Ana was told is told then, or in time after the restart.
  static void isToldAfter(Duration wait, Round round, String person) {
    if (!round.wasTold(person)) {
      await(round, person, round.rings("ana").getFirst().at() + wait.toNanos());
    }
  }

  private static void await(Round round, String person, long dueAt) {
    // How long a machine that is busy takes to start a program is no promise of ours: the limit
    // counts from when the node is ready, and what is reported from when it was launched.
    long now = System.nanoTime();
    Duration patience = round.lane().store().tellsWithin();
    long left = patience.toNanos() + (dueAt == 0 ? 0 : Math.max(0, dueAt - now));
    try {
      Patience.within(Duration.ofNanos(left), person + " is told", () -> round.wasTold(person));
      if (round.deaths() > 0) {
        long launchedAt = round.node().launchedAt();
        long from = dueAt == 0 ? launchedAt : Math.max(launchedAt, dueAt);
        long at = round.rings(person).getFirst().at();
        round.lane().toldAfter(Duration.ofNanos(Math.max(0, at - from)));
      }
    } catch (AssertionError e) {
      round.wrong(
          "%s was not told within %s; the page is %s"
              .formatted(person, patience, round.node().page(round.title())));
    }
  }

  /// One copy for each message, and one more for each crash, which says what it is.
  static void nobodyIsToldTooOften(Round round) {
    Map<String, List<Ring>> messages =
        round.rings().stream().collect(Collectors.groupingBy(r -> r.phone() + " " + r.key()));
    messages.forEach((message, copies) -> {
      if (copies.size() > 1 + round.deaths()) {
        round.wrong(message + " came " + copies.size() + " times");
      }
      if (!copies.stream().skip(1).allMatch(Ring::isMaybeASecondCopy)) {
        round.wrong("the second copy of " + message + " does not say that it may be one");
      }
    });
  }

  /// Nobody is told later than a second after an acknowledgement, or the end of the page.
  static void isSilentAfterwards(Round round) {
    long silentFrom = round.silentFrom();
    round.rings().stream()
        .filter(r -> silentFrom != 0 && r.at() - silentFrom > GRACE.toNanos())
        .forEach(r ->
            round.wrong(
                "%s was told %d ms after it was over"
                    .formatted(r.phone(), Duration.ofNanos(r.at() - silentFrom).toMillis())));
  }

  /// The store is sound, its audit is one chain, and all that was answered is in it.
  static void theStoreIsWhole(Round round) throws IOException {
    try (Connection store = round.lane().store().examined()) {
      for (String key : round.answered()) {
        expectOne(round, store, "SELECT count(*) FROM alert WHERE deduplication_key = ?", key);
        expectOne(round, store, "SELECT count(*) FROM event WHERE body LIKE ?", "%" + key + "%");
      }
      if (round.isAcknowledged()) {
        expectOne(
            round,
            store,
            "SELECT count(*) FROM page WHERE state = 'acknowledged' AND title LIKE ?",
            round.title() + "%");
      }
    } catch (SQLException e) {
      round.wrong("the store is not whole: " + e.getMessage());
    }
  }

  private static void expectOne(Round round, Connection store, String query, String value)
      throws SQLException {
    try (PreparedStatement asked = store.prepareStatement(query)) {
      asked.setString(1, value);
      try (ResultSet found = asked.executeQuery()) {
        if (!found.next() || found.getLong(1) < 1) {
          round.wrong(value + " was answered, and is not there: " + query);
        }
      }
    }
  }
}
