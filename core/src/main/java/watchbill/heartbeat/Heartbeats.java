package watchbill.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Alerts;
import watchbill.time.Span;

/// Decides what a ping means for its heartbeat, and what silence does. Pure.
public final class Heartbeats {
  /// Runs side by side that are told apart; whatever begins beyond that is only noted.
  public static final int RUNS_MAX = 20;

  /// The least that whoever could not be heard gets, as for the leases of alerts.
  public static final Duration ANEW_MIN = Alerts.LEASE_AFTER_DEAFNESS;

  private Heartbeats() {}

  /// A heartbeat that was declared or made just now. It counts from now on.
  public static Heartbeat create(HeartbeatPlan plan, Instant now) {
    var fresh =
        new Heartbeat(
            plan,
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            plan.schedule().next(now),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return expect(fresh, fresh.expectedAt(), List.of());
  }

  /// What a ping means.
  public static Beat decide(Heartbeat heartbeat, Ping ping, Instant now) {
    return switch (ping.kind()) {
      case LOG -> new Beat(heartbeat, Beat.News.NOTHING, Optional.empty());
      case START -> onStart(heartbeat, ping, now);
      case SUCCESS, FAIL -> onEnd(heartbeat, ping, now);
    };
  }

  /// What silence means, once it is time to look.
  public static Beat decide(Heartbeat heartbeat, Instant now) {
    if (heartbeat.lookAt().filter(look -> !now.isBefore(look)).isEmpty()) {
      return new Beat(heartbeat, Beat.News.NOTHING, Optional.empty());
    }
    boolean overran = !heartbeat.runs().isEmpty();
    var kind = overran ? Trouble.Kind.OVERRAN : Trouble.Kind.MISSING;
    Heartbeat troubled = heartbeat.with(Optional.of(trouble(heartbeat, kind, now)));
    // The run that did not end is told once; from then on the schedule counts again.
    Instant missed = overran ? heartbeat.runs().getFirst().startedAt() : heartbeat.expectedAt();
    List<Run> left = overran ? tail(heartbeat.runs()) : List.of();
    Heartbeat after = expect(troubled, stillToCome(heartbeat.plan(), missed, now), left);
    return new Beat(after, Beat.News.TROUBLE, Optional.empty());
  }

  /// Watchbill could hear nothing for a while. What was due by then is told, since it had been
  /// heard that nothing came. Whatever else falls due before its grace has passed anew waits for
  /// that.
  public static Heartbeat afterDeafness(Heartbeat heartbeat, Span deaf) {
    Optional<Instant> look = heartbeat.lookAt();
    Duration grace = heartbeat.plan().grace();
    Instant anew = deaf.until().plus(grace.compareTo(ANEW_MIN) > 0 ? grace : ANEW_MIN);
    boolean heardThen = look.filter(at -> at.isAfter(deaf.from())).isEmpty();
    if (heardThen || !look.get().isBefore(anew) || !mayHaveSpoken(heartbeat, deaf)) {
      return heartbeat;
    }
    // Anew but once: a program that restarts over and over would hide a miss for ever. From then on
    // what is lost is given back, and no more.
    boolean again = heartbeat.unheard().isPresent();
    return heartbeat.held(again ? look.get().plus(deaf.length()) : anew, deaf);
  }

  /// It was declared anew, with something changed. Its past stays.
  public static Beat change(Heartbeat heartbeat, HeartbeatPlan plan, Instant now) {
    boolean sameTimes =
        !heartbeat.isRetired()
            && plan.schedule().equals(heartbeat.plan().schedule())
            && plan.grace().equals(heartbeat.plan().grace())
            && plan.enabled() == heartbeat.plan().enabled();
    Heartbeat changed = heartbeat.planned(plan, Optional.empty());
    if (sameTimes) {
      return new Beat(changed, Beat.News.NOTHING, Optional.empty());
    }
    // From now, not from the last ping: nobody is missed by a rule that did not hold yet.
    Heartbeat expected = expect(changed, plan.schedule().next(now), changed.runs());
    return plan.enabled()
        ? new Beat(expected, Beat.News.NOTHING, Optional.empty())
        : quiet(expected.expecting(expected.expectedAt(), Optional.empty(), List.of()));
  }

  /// Nothing is expected of it any more; its history is kept.
  public static Beat retire(Heartbeat heartbeat, Instant now) {
    return quiet(
        heartbeat
            .planned(heartbeat.plan(), Optional.of(now))
            .expecting(heartbeat.expectedAt(), Optional.empty(), List.of()));
  }

  private static Beat quiet(Heartbeat heartbeat) {
    var news = heartbeat.trouble().isPresent() ? Beat.News.WELL : Beat.News.NOTHING;
    return new Beat(heartbeat.with(Optional.empty()), news, Optional.empty());
  }

  /// It has begun. A run of the same name that never ended is not forgiven by that: its start
  /// counts.
  private static Beat onStart(Heartbeat heartbeat, Ping ping, Instant now) {
    List<Run> runs = new ArrayList<>(heartbeat.runs());
    boolean known = runs.stream().anyMatch(run -> run.name().equals(ping.run()));
    if (!known && runs.size() < RUNS_MAX) {
      runs.add(new Run(ping.run(), now));
    }
    Heartbeat heard = heartbeat.heard(Optional.of(now), heartbeat.goodAt());
    return new Beat(
        expect(heard, heartbeat.expectedAt(), runs), Beat.News.NOTHING, Optional.empty());
  }

  /// It has ended, well or not. A ping that names no run ends them all: nobody could tell which.
  private static Beat onEnd(Heartbeat heartbeat, Ping ping, Instant now) {
    boolean good = ping.kind() == Ping.Kind.SUCCESS;
    List<Run> left =
        ping.run().isEmpty()
            ? List.of()
            : heartbeat.runs().stream().filter(run -> !run.name().equals(ping.run())).toList();
    Optional<Duration> took =
        heartbeat.runs().stream()
            .filter(run -> run.name().equals(ping.run()))
            .findFirst()
            .map(run -> Duration.between(run.startedAt(), now));
    Heartbeat heard =
        heartbeat.heard(Optional.of(now), good ? Optional.of(now) : heartbeat.goodAt());
    Heartbeat next = expect(heard, heartbeat.plan().schedule().next(now), left);
    if (good) {
      return new Beat(quiet(next).after(), quiet(next).news(), took);
    }
    var failed = next.with(Optional.of(trouble(heartbeat, Trouble.Kind.FAILED, now)));
    return new Beat(failed, news(heartbeat), took);
  }

  /// Nobody is woken by what is switched off, even when it says that it failed.
  private static Beat.News news(Heartbeat heartbeat) {
    return isExpected(heartbeat) ? Beat.News.TROUBLE : Beat.News.NOTHING;
  }

  private static Trouble trouble(Heartbeat heartbeat, Trouble.Kind kind, Instant now) {
    return heartbeat
        .trouble()
        .map(known -> known.again(kind))
        .orElseGet(() -> new Trouble(kind, now, 1));
  }

  /// Expected at that instant, with these runs on their way: a run that has begun must end within
  /// the grace; while none has, the ping must come within it.
  private static Heartbeat expect(Heartbeat heartbeat, Instant at, List<Run> runs) {
    Instant from = runs.isEmpty() ? at : runs.getFirst().startedAt();
    Optional<Instant> look =
        isExpected(heartbeat) ? Optional.of(from.plus(heartbeat.plan().grace())) : Optional.empty();
    return heartbeat.expecting(at, look, runs);
  }

  private static boolean isExpected(Heartbeat heartbeat) {
    return heartbeat.plan().enabled() && !heartbeat.isRetired();
  }

  /// The first instant after the one that was missed whose grace is not over yet.
  private static Instant stillToCome(HeartbeatPlan plan, Instant missed, Instant now) {
    Instant over = now.minus(plan.grace());
    return switch (plan.schedule()) {
      case Schedule.Cron cron -> cron.next(missed.isAfter(over) ? missed : over);
      case Schedule.Every(var period) -> {
        long passed = Math.max(0, Duration.between(missed, over).dividedBy(period));
        yield missed.plus(period.multipliedBy(passed + 1));
      }
    };
  }

  /// Whether a ping of it could have fallen into the spell: it was expected by its end, or it was
  /// on its way.
  private static boolean mayHaveSpoken(Heartbeat heartbeat, Span deaf) {
    return !heartbeat.runs().isEmpty() || !heartbeat.expectedAt().isAfter(deaf.until());
  }

  private static List<Run> tail(List<Run> runs) {
    return runs.subList(1, runs.size());
  }
}
