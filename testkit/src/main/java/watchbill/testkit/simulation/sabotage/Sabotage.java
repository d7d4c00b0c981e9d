package watchbill.testkit.simulation.sabotage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watchbill.alert.Alert;
import watchbill.alert.Event;
import watchbill.engine.Stores;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.Delivery;
import watchbill.notification.Dispatch;
import watchbill.notification.Notification;
import watchbill.rota.RotaOverride;
import watchbill.rota.RotaVersion;
import watchbill.rota.request.StandDown;
import watchbill.testkit.simulation.plan.House;
import watchbill.testkit.simulation.play.Defect;
import watchbill.testkit.simulation.play.Interception;

/// One planted bug each.
public enum Sabotage implements Defect {
  ANSWERS_BEFORE_THE_COMMIT(Flaw.ANSWERS_BEFORE_THE_COMMIT),
  SENDS_BEFORE_IT_IS_MARKED(Flaw.SENDS_BEFORE_IT_IS_MARKED),
  SETTLES_BEFORE_IT_SENDS(Flaw.SETTLES_BEFORE_IT_SENDS),
  SENDS_AFTER_A_PAUSE(Flaw.SENDS_AFTER_A_PAUSE),
  SILENCE_IS_A_YES(Flaw.SILENCE_IS_A_YES),
  LATER_IS_A_YES(Flaw.LATER_IS_A_YES),
  FORGETS_THE_OUTCOME(Flaw.FORGETS_THE_OUTCOME),
  TICKER_DIES_OF_A_FAULT(Flaw.TICKER_DIES_OF_A_FAULT),
  OUTBOX_DIES_OF_A_FAULT(Flaw.OUTBOX_DIES_OF_A_FAULT),
  DOES_NOT_INSPECT(Flaw.DOES_NOT_INSPECT),
  DOES_NOT_RESUME(Flaw.DOES_NOT_RESUME),
  READS_LOCAL_TIME(Flaw.READS_LOCAL_TIME),

  /// A message is not kept.
  EVENT_IS_NOT_KEPT("EventStore.add", Tampering.withoutTheLastGiven()),
  /// What is kept of a message is not what came.
  EVENT_IS_CUT_SHORT("EventStore.add", Tampering.instead(0, (all, _) -> cutShort(all))),
  /// Nothing is known of any alert, so that each resend is a new one.
  DUPLICATES_ARE_NEW("AlertStore.known", Tampering.answered(Map.of())),
  /// The end of an alert is not kept.
  THE_END_IS_NOT_KEPT("AlertStore.resolve", Tampering.dropped()),
  /// Silence is taken for the end.
  SILENCE_IS_THE_END("AlertStore.leasesRunOut", Tampering.found((all, now) -> over(all, now))),
  /// What is held back is never looked at again.
  HELD_BACK_FOR_EVER("AlertStore.toExamine", Tampering.answered(List.of())),
  /// A new page is counted and never set moving.
  PAGE_DOES_NOT_MOVE("PageStore.due", Tampering.answered(List.of())),
  /// One page in seven is never found when it is due.
  SOME_PAGES_ARE_OVERLOOKED("PageStore.due", Tampering.found((pages, _) -> withoutSome(pages))),
  /// A step waits half as long as it should.
  STEPS_ARE_SHORT("PageStore.save", Tampering.instead(0, (page, _) -> hastened(page))),
  /// What is held until morning sleeps in.
  HELD_SLEEPS_IN("PageStore.open", Tampering.instead(0, (page, _) -> sleepingIn(page))),
  /// One step of a policy is left out.
  A_STEP_IS_LEFT_OUT("PageStore.save", Tampering.instead(0, (page, _) -> skipped(page))),
  /// That a page was answered is not kept.
  ANSWER_IS_NOT_KEPT(
      "PageStore.save",
      (arguments, call, _) ->
          arguments[0] instanceof Page p && p.escalation() instanceof Escalation.Acknowledged
              ? null
              : call.with(arguments)),
  /// A worker sees each page as it was before somebody answered.
  ANSWER_IS_NOT_SEEN("PageStore.find", Tampering.found((page, now) -> unanswered(page, now))),
  /// Who is told second is not told.
  ONE_OF_SEVERAL_IS_NOT_TOLD("NotificationStore.add", Tampering.withoutTheLastGiven()),
  /// A claim never runs out, so a worker that dies takes it along.
  CLAIM_NEVER_RUNS_OUT(
      "NotificationStore.claim", Tampering.instead(1, (_, now) -> now.plus(Duration.ofDays(999)))),
  /// What another worker has claimed is claimed as well.
  CLAIMS_WHAT_OTHERS_HAVE(
      "NotificationStore.claim", Tampering.instead(0, (_, now) -> now.plusSeconds(120))),
  /// What was handed over and never answered stays so.
  LOST_ANSWERS_STAY_LOST("NotificationStore.unanswered", Tampering.answered(List.of())),
  /// A repeat does not say that it may be one.
  REPEAT_IS_NOT_MARKED("NotificationStore.save", Tampering.instead(0, (n, _) -> unmarked(n))),
  /// A repeat is put off by a day.
  REPEATS_ARE_LATE("NotificationStore.save", Tampering.instead(0, (n, _) -> late(n))),
  /// What left for a person lately is not known, so that each message goes alone.
  CROWDS_ARE_NOT_SEEN("DispatchStore.after", Tampering.answered(List.of())),
  /// What leaves for a person together is counted as nothing.
  DIGESTS_ARE_NOT_COUNTED(
      "DispatchStore.add",
      (arguments, call, _) ->
          arguments[0] instanceof Dispatch d && !d.single() ? null : call.with(arguments)),
  /// What people entered for the rota is not read.
  OVERRIDES_ARE_NOT_READ("OverrideStore.touching", Tampering.answered(List.<RotaOverride>of())),
  /// An edit of a rota holds for the month before it too.
  THE_PAST_IS_REWRITTEN("RotaStore.add", Tampering.instead(0, (version, _) -> backdated(version))),
  /// Who can't be on duty is taken to be.
  STAND_DOWNS_ARE_NOT_READ("StandDownStore.touching", Tampering.answered(List.<StandDown>of())),
  /// What was done is not written down.
  AUDIT_IS_NOT_KEPT("AuditStore.append", Tampering.withoutTheLastGiven()),
  /// What was done is written down twice.
  AUDIT_IS_KEPT_TWICE("AuditStore.append", Tampering.twice()),
  /// The night is as good as the day.
  NIGHT_IS_DAY(null, "", null) {
    @Override
    public House house(House real) {
      return real.atAnyHour();
    }
  },
  /// The wall clock of a rota never changes, in summer as in winter.
  NO_SUMMER_TIME(null, "", null) {
    @Override
    public House house(House real) {
      return real.withoutClockChanges();
    }
  };

  private final @Nullable Flaw flaw;
  private final String port;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final @Nullable Tampering tampering;

  Sabotage(Flaw flaw) {
    this(flaw, "", null);
  }

  Sabotage(String port, Tampering tampering) {
    this(null, port, tampering);
  }

  Sabotage(@Nullable Flaw flaw, String port, @Nullable Tampering tampering) {
    this.flaw = flaw;
    this.port = port;
    this.tampering = tampering;
  }

  /// `sends before it is marked`.
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public boolean has(Flaw other) {
    return flaw == other;
  }

  @Override
  public Stores stores(Stores real, Instant now) {
    Tampering bug = tampering;
    if (bug == null) {
      return real;
    }
    return Interception.of(
        real,
        (method, arguments, call) -> {
          String called = method.getDeclaringClass().getSimpleName() + "." + method.getName();
          return called.equals(port) ? bug.with(arguments, call, now) : call.with(arguments);
        });
  }

  private static Object cutShort(@Nullable Object events) {
    List<Event> kept = new ArrayList<>();
    if (events instanceof List<?> all) {
      for (Object one : all) {
        Event e = (Event) one;
        String body = e.body().substring(0, Math.min(8, e.body().length()));
        kept.add(new Event(e.id(), e.integration(), e.receivedAt(), e.head(), body, e.outcome()));
      }
    }
    return kept;
  }

  private static Object withoutSome(@Nullable Object pages) {
    return pages instanceof List<?> all
        ? all.stream().filter(p -> ((Page) p).number() % 7 != 0).toList()
        : List.of();
  }

  /// As if each had been unknown for so long that it is over.
  private static Object over(@Nullable Object alerts, Instant now) {
    List<Alert> all = new ArrayList<>();
    if (alerts instanceof List<?> found) {
      for (Object one : found) {
        all.add(((Alert) one).quiet(now, Optional.of(now)));
      }
    }
    return all;
  }

  private static @Nullable Object hastened(@Nullable Object saved) {
    return saved instanceof Page p
            && p.escalation() instanceof Escalation.Waiting(var round, var step, var from, var at)
        ? p.with(
            new Escalation.Waiting(
                round, step, from, from.plus(Duration.between(from, at).dividedBy(2))))
        : saved;
  }

  private static @Nullable Object backdated(@Nullable Object version) {
    return version instanceof RotaVersion v && v.from().isAfter(RotaVersion.EVER)
        ? new RotaVersion(v.rota(), v.from().minus(Duration.ofDays(30)), v.madeBy(), v.madeAt())
        : version;
  }

  private static @Nullable Object sleepingIn(@Nullable Object saved) {
    return saved instanceof Page p
            && p.escalation() instanceof Escalation.Resting(var why, var by, var from, var until)
            && why == Escalation.Resting.Why.HELD
        ? p.with(new Escalation.Resting(why, by, from, until.plus(Duration.ofHours(1))))
        : saved;
  }

  private static @Nullable Object skipped(@Nullable Object saved) {
    return saved instanceof Page p
            && p.escalation() instanceof Escalation.Waiting(var round, var step, var from, var at)
            && step + 2 < p.policy().steps().size()
        ? p.with(new Escalation.Waiting(round, step + 1, from, at))
        : saved;
  }

  private static @Nullable Object unanswered(@Nullable Object found, Instant now) {
    if (found instanceof Optional<?> page
        && page.orElse(null) instanceof Page p
        && p.escalation() instanceof Escalation.Acknowledged a) {
      var waits = new Escalation.Waiting(a.round(), a.step(), now, now.plusSeconds(600));
      return Optional.of(p.with(waits));
    }
    return found;
  }

  private static @Nullable Object unmarked(@Nullable Object saved) {
    return saved instanceof Notification n ? n.with(n.delivery(), n.attempts(), false) : saved;
  }

  private static @Nullable Object late(@Nullable Object saved) {
    return saved instanceof Notification n && n.delivery() instanceof Delivery.Due(var at)
        ? n.with(new Delivery.Due(at.plus(Duration.ofDays(1))), n.attempts(), n.possibleDuplicate())
        : saved;
  }
}
