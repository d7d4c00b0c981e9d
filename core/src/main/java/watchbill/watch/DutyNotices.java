package watchbill.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Decides what people are told of their own duty. Pure.
public final class DutyNotices {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  /// Whoever is told later than this that their duty began has long known.
  private static final Duration START_LASTS = Duration.ofHours(1);

  private final Words words;
  private final Instant now;

  public DutyNotices(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /// What is due before these duties: a week, a day, and as they begin. Only the nearest of them:
  /// who comes on duty tomorrow is not told that it is in less than a week.
  ///
  /// @param wakeTest how long they have, as it begins, to say that they can be woken; empty when
  ///   nobody asks
  public List<Occasion> due(List<Duty> duties, Optional<Duration> wakeTest) {
    List<Occasion> due = new ArrayList<>();
    for (Duty duty : duties) {
      Instant from = duty.span().from();
      if (!from.isAfter(now)) {
        if (now.isBefore(from.plus(START_LASTS))) {
          due.add(wakeTest.map(within -> wakeTest(duty, within)).orElseGet(() -> start(duty)));
        }
      } else if (!now.isBefore(from.minus(DAY))) {
        due.add(before(duty, "1-day", headline(duty)).until(from));
      } else if (!now.isBefore(from.minus(WEEK))) {
        due.add(before(duty, "1-week", headline(duty)).until(from.minus(DAY)));
      }
    }
    return due;
  }

  private Occasion start(Duty duty) {
    return before(duty, "start", "You are on duty now").until(duty.span().from().plus(START_LASTS));
  }

  private String headline(Duty duty) {
    return "You are on duty from " + words.at(duty.span().from(), duty.person());
  }

  private Occasion before(Duty duty, String lead, String headline) {
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(Words.rota(duty.rota(), duty.role()));
    facts.add(words.when(duty.span(), duty.person()));
    if (!duty.how().isEmpty()) {
      facts.add(new Message.Fact("Why you", duty.how()));
    }
    String key = "before-duty/" + named(duty) + "/" + lead;
    return Occasion.of(duty.person(), Notice.Kind.BEFORE_DUTY, key, headline, facts);
  }

  /// Somebody's next duty is another than they know.
  public Occasion changed(Told told, Optional<Duty> next) {
    PersonId reader = told.person();
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(Words.rota(told.rota(), told.role()));
    told.next()
        .filter(span -> span.until().isAfter(now))
        .ifPresent(was -> facts.add(new Message.Fact("Was", words.span(was, reader))));
    String is = next.map(d -> words.span(d.span(), reader)).orElse("none in sight");
    facts.add(new Message.Fact("Is now", is));
    next.filter(d -> !d.how().isEmpty())
        .ifPresent(d -> facts.add(new Message.Fact("Why", d.how())));
    String headline =
        next.map(d -> "Your next duty changed: " + words.at(d.span().from(), reader))
            .orElse("Your next duty is no longer yours");
    String key = "duty-changed/" + told.rota() + "/" + told.role() + "/" + now;
    return Occasion.of(reader, Notice.Kind.DUTY_CHANGED, key, headline, facts);
  }

  /// Can they be woken? Says as well that the duty begins.
  private Occasion wakeTest(Duty duty, Duration within) {
    Instant end = now.plus(within);
    List<Message.Fact> facts =
        List.of(
            Words.rota(duty.rota(), duty.role()),
            words.when(duty.span(), duty.person()),
            new Message.Fact("Why you", "your duty begins"),
            new Message.Fact(
                "If you do nothing",
                "your lieutenant stands in for you in " + TimeWords.of(within)));
    return Occasion.of(
            duty.person(),
            Notice.Kind.WAKE_TEST,
            wakeTestKey(duty),
            "Can you be woken? Your duty begins",
            facts)
        .with(new Notice.Action.Answer("I am awake"))
        .until(end);
  }

  public static String wakeTestKey(Duty duty) {
    return "wake-test/" + named(duty);
  }

  /// Somebody can't, and somebody else stands in: told to one of those concerned.
  ///
  /// @param occasion names it, the same for all of them
  public Occasion standIn(
      PersonId reader, String occasion, String headline, Optional<Span> span, String because) {
    List<Message.Fact> facts = new ArrayList<>();
    span.ifPresent(s -> facts.add(words.when(s, reader)));
    facts.add(new Message.Fact("Why", because));
    String key = "stand-in/" + occasion;
    return Occasion.of(reader, Notice.Kind.STAND_IN, key, headline, facts);
  }

  private static String named(Duty duty) {
    return duty.rota() + "/" + duty.role() + "/" + duty.span().from();
  }
}
