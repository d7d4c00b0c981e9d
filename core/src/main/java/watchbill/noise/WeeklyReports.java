package watchbill.noise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.time.Span;
import watchbill.watch.Occasion;

/// Says once a week to whoever answers for a team what its noisiest pages were. Pure.
public final class WeeklyReports {
  /// Suggestions look back so far: a week is too short to say "never".
  public static final Duration LOOKS_BACK = Duration.ofDays(28);

  private static final LocalTime AT = LocalTime.of(8, 0);
  private static final int NOISIEST = 5;

  private WeeklyReports() {}

  /// The week that a report made now is about: it ended last Monday at eight, where its reader
  /// lives.
  public static Span week(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime end = here.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(AT);
    if (end.isAfter(here)) {
      end = end.minusWeeks(1);
    }
    return new Span(end.minusWeeks(1).toInstant(), end.toInstant());
  }

  /// Names the report, the same whenever it is decided: `noise/payments/2025-01-13`.
  public static String key(TeamId team, Span week, ZoneId zone) {
    return "noise/" + team + "/" + week.until().atZone(zone).toLocalDate();
  }

  /// The report; nothing when nothing paged in the week.
  ///
  /// @param known pages of the team, of the week and of the weeks before
  public static Optional<Occasion> of(
      PersonId reader, TeamId team, Span week, String key, List<Disturbance> known) {
    List<Disturbance> pages = known.stream().filter(d -> week.contains(d.openedAt())).toList();
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    Figures all = Figures.of(pages);
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(new Message.Fact("Judged", all.actionableInWords() + couldWait(all)));
    facts.add(new Message.Fact("Woken at night", all.wokenInWords()));
    List<NoiseRow> rows = Noises.rows(pages, known, NoiseRow.By.ORIGIN);
    for (NoiseRow row : rows.subList(0, Math.min(NOISIEST, rows.size()))) {
      facts.add(new Message.Fact(row.name(), words(row)));
    }
    facts.add(new Message.Fact("Why you", "you answer for the team " + team));
    facts.add(new Message.Fact("All of it", "the page Noise, or ./watchbill noise"));
    String headline =
        all.pagesInWords() + " for " + team + " last week, " + all.forNothing() + " for nothing";
    return Optional.of(
        new Occasion(
            reader,
            Notice.Kind.NOISE,
            key,
            headline,
            facts,
            Optional.empty(),
            Optional.of(week.until().plus(week.length()))));
  }

  private static String couldWait(Figures all) {
    return all.couldWait() == 0 ? "" : "; " + all.couldWait() + " could have waited";
  }

  private static String words(NoiseRow row) {
    Figures f = row.figures();
    return f.pagesInWords()
        + ", "
        + f.forNothing()
        + " for nothing; "
        + f.actionableInWords()
        + "; woken at night: "
        + f.wokenInWords()
        + ". Suggestion: "
        + row.suggestion().inWords();
  }
}
