package watchbill.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import watchbill.access.Pass;
import watchbill.access.Passes;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Handing;
import watchbill.engine.Handings;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.notification.Notice;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;
import watchbill.silence.Patterns;
import watchbill.testkit.memory.MemoryDisk;
import watchbill.testkit.memory.MemoryTransactions;

/// Turns the engine's crank as the server does: ticks, claims, hands over, writes down the answer.
/// Only what is on the disk outlives a crash.
final class Clockwork {
  /// Stories choose their own patterns, so they need no linear time.
  private static final Patterns PATTERNS =
      pattern -> Optional.of(Pattern.compile(pattern).asMatchPredicate());

  private static final int AT_ONCE = 100;
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
  private static final String ADDRESS = "https://watchbill.example.org/";
  private static final String WAKE = "wake";
  private static final String NOTICE = "notice";
  private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
  private static final Duration PASS_LIFE = Duration.ofDays(1);

  private final MemoryDisk disk = new MemoryDisk();
  private final SequentialIds ids = new SequentialIds();
  private final Map<ContactMethod, PhoneProvider> providers = new EnumMap<>(ContactMethod.class);
  private final HandClock clock;
  private final Supplier<Configuration> configuration;
  private Transactions transactions;
  private Engine engine;
  private boolean ticking = true;
  private Instant nextLook = FAR;
  private @Nullable CrashPoint crashAt;

  Clockwork(HandClock clock, Supplier<Configuration> configuration) {
    this.clock = clock;
    this.configuration = configuration;
    for (ContactMethod method : ContactMethod.values()) {
      providers.put(method, new PhoneProvider(method));
    }
    transactions = new MemoryTransactions(disk);
    engine = new Engine(transactions, configuration, ids, PATTERNS, () -> {});
  }

  PhoneProvider provider(ContactMethod method) {
    return Objects.requireNonNull(providers.get(method));
  }

  Transactions transactions() {
    return transactions;
  }

  String nextId() {
    return ids.next(clock.now());
  }

  Reply submit(Command command) {
    return engine.run(command, clock.now());
  }

  /// Everything in memory is gone; the program starts again at once.
  void crash() {
    transactions = new MemoryTransactions(disk);
    engine = new Engine(transactions, configuration, ids, PATTERNS, () -> {});
    crashAt = null;
  }

  /// What a backup would hold now.
  MemoryDisk copy() {
    return disk.copy();
  }

  /// The program is down, and its store is put back from a copy.
  void restore(MemoryDisk copy) {
    disk.putBack(copy);
    crash();
  }

  void crashNextAt(CrashPoint point) {
    crashAt = point;
  }

  /// Whether the loop that moves pages on runs.
  void ticking(boolean on) {
    ticking = on;
  }

  /// Looks ahead over the rotas from now on.
  void watching() {
    nextLook = clock.now();
  }

  /// Does all that is due now.
  void work() {
    boolean more = true;
    while (more) {
      boolean moved = look() || tick();
      boolean told = deliver();
      more = moved || told;
    }
  }

  /// Lets time pass, stopping wherever something falls due.
  void workUntil(Instant end) {
    work();
    while (clock.now().isBefore(end)) {
      Instant next = nextMoment().filter(at -> at.isBefore(end)).orElse(end);
      clock.set(next);
      work();
    }
  }

  /// Checks a pass as the wake page does.
  Pass openWake(URI link) {
    return open(link, WAKE);
  }

  /// Checks a pass as the page of a notice does.
  Pass openNotice(URI link) {
    return open(link, NOTICE);
  }

  private Pass open(URI link, String purpose) {
    String token = link.toString().substring(ADDRESS.length());
    return switch (Passes.verify(token, key(), clock.now())) {
      case Passes.Verdict.Valid(var pass) when pass.purpose().equals(purpose) -> pass;
      case Passes.Verdict.Valid _, Passes.Verdict.Expired _, Passes.Verdict.Forged _ ->
          throw new AssertionError("the link of a message is no good: " + link);
    };
  }

  /// The program dies here, if the story says so.
  boolean diesAt(CrashPoint point) {
    if (crashAt != point) {
      return false;
    }
    crash();
    return true;
  }

  private boolean look() {
    if (!ticking || clock.now().isBefore(nextLook)) {
      return false;
    }
    nextLook = clock.now().plus(LOOK_EVERY);
    submit(new Command.KeepWatch());
    return true;
  }

  private boolean tick() {
    return ticking
        && submit(new Command.Tick(AT_ONCE)) instanceof Reply.Ticked ticked
        && ticked.moved() > 0;
  }

  private boolean deliver() {
    if (!(submit(new Command.Claim(AT_ONCE)) instanceof Reply.Claimed(var claimed))
        || claimed.isEmpty()) {
      return false;
    }
    for (Notification notification : claimed) {
      if (diesAt(CrashPoint.CLAIMED) || !deliver(notification)) {
        break; // Whatever else it had claimed is forgotten with it.
      }
    }
    return true;
  }

  /// False when the program died over it.
  private boolean deliver(Notification n) {
    Reply reply = submit(new Command.Hand(n.id(), n.fence()));
    if (!(reply instanceof Reply.HandNow(var handing)) || handing.isEmpty()) {
      return true;
    }
    if (diesAt(CrashPoint.HANDED)) {
      return false;
    }
    PhoneProvider provider = provider(n.method());
    Outcome outcome = provider.send(Handings.compose(handing.get(), this::link), n.address());
    if (diesAt(CrashPoint.SENT)) {
      return false;
    }
    for (Notification told : handing.get().notifications()) {
      submit(new Command.Settle(told.id(), told.fence(), outcome, provider.provider()));
    }
    return true;
  }

  /// What the button of a message opens.
  URI link(Handing h) {
    return switch (h) {
      case Handing.OfPage(_, var page, var person, _) -> link(WAKE, page.id().value(), person);
      // Behind the real link stands each page with a link of its own; stories press the first.
      case Handing.OfPages(var pages, _, _) -> link(pages.getFirst());
      case Handing.OfSelfTest _ -> throw new AssertionError("a self-test has nothing to press");
      case Handing.OfNotice(_, var notice, var person) ->
          link(notice.action().orElseThrow(), notice, person);
    };
  }

  private URI link(Notice.Action action, Notice notice, Person person) {
    return switch (action) {
      case Notice.Action.Answer _ -> link(NOTICE, notice.id().value(), person);
      case Notice.Action.Elsewhere(_, var purpose, var subject) -> link(purpose, subject, person);
    };
  }

  private URI link(String purpose, String subject, Person person) {
    var pass = new Pass(purpose, subject, person.id().handle(), clock.now().plus(PASS_LIFE));
    return URI.create(ADDRESS + Passes.sign(pass, key()));
  }

  private byte[] key() {
    return transactions.write(stores ->
        stores.access().signingKey(() -> "a key for stories".getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<Instant> nextMoment() {
    return transactions.read(stores ->
        Stream.of(
                stores.notifications().nextDue().stream(),
                ticking ? Moments.ofTick(stores) : Stream.<Instant>empty(),
                ticking ? Stream.of(nextLook) : Stream.<Instant>empty())
            .flatMap(moments -> moments)
            .filter(at -> at.isAfter(clock.now()))
            .min(Comparator.naturalOrder()));
  }
}
