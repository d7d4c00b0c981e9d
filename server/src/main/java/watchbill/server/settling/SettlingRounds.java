package watchbill.server.settling;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.server.hourly.HourlyRounds;
import watchbill.server.hourly.RoundClaims;
import watchbill.time.TimeSource;

/// Settles the running month of everybody, and the one before until it is approved.
public final class SettlingRounds {
  private static final Logger LOG = LoggerFactory.getLogger(SettlingRounds.class);

  /// People of one turn; a page that comes meanwhile waits for no more than that.
  private static final int AT_ONCE = 25;

  private final Transactions transactions;
  private final FrontDoor door;
  private final TimeSource time;
  private final Supplier<Configuration> configuration;
  private final HourlyRounds hourly;
  private Set<String> saidBefore = Set.of();

  public SettlingRounds(
      Transactions transactions,
      FrontDoor door,
      TimeSource time,
      Supplier<Configuration> configuration,
      RoundClaims claims) {
    this.transactions = transactions;
    this.door = door;
    this.time = time;
    this.configuration = configuration;
    this.hourly = new HourlyRounds("ledger", this::round, claims);
  }

  public void start() {
    hourly.start();
  }

  /// Returns when what is being done has been.
  public void stop() throws InterruptedException {
    hourly.stop();
  }

  /// Settles what is open, once. Where there are no duty rules nothing is owed.
  void round() {
    if (configuration.get().dutyRules().rules().isEmpty()) {
      return;
    }
    Set<String> said = new HashSet<>();
    openMonths()
        .forEach((month, people) -> {
          for (int i = 0; i < people.size() && !hourly.isStopping(); i += AT_ONCE) {
            List<PersonId> some = people.subList(i, Math.min(i + AT_ONCE, people.size()));
            said.addAll(settle(new Command.SettleMonth(month, some)));
          }
        });
    said.stream().filter(s -> !saidBefore.contains(s)).sorted().forEach(LOG::warn);
    saidBefore = said;
  }

  /// Whose month is not closed, by month.
  private Map<YearMonth, List<PersonId>> openMonths() {
    Instant now = time.now();
    List<Person> people = configuration.get().catalog().people();
    return transactions.read(stores -> {
      Map<YearMonth, List<PersonId>> open = new TreeMap<>();
      for (Person person : people) {
        YearMonth running = YearMonth.from(now.atZone(person.zone()));
        for (YearMonth month : List.of(running.minusMonths(1), running)) {
          if (stores.ledger().approval(person.id(), month).isEmpty()) {
            open.computeIfAbsent(month, _ -> new ArrayList<>()).add(person.id());
          }
        }
      }
      return open;
    });
  }

  /// What must be said about it.
  private List<String> settle(Command.SettleMonth settle) {
    return switch (door.submit(settle)) {
      case Reply.Settled settled -> settled.notes();
      case Reply.Refused(var refusal) ->
          List.of("the ledger can't be settled: " + refusal.inWords());
      case Reply.TryLater(_, _, var why) ->
          List.of("the ledger was not settled and is tried again: " + why);
      case Reply other -> throw new IllegalStateException("no answer to a month: " + other);
    };
  }
}
