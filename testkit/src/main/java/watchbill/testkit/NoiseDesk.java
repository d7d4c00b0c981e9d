package watchbill.testkit;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Judging;
import watchbill.engine.NoiseOf;
import watchbill.engine.Reply;
import watchbill.escalation.Page;
import watchbill.noise.Disturbance;
import watchbill.noise.Figures;
import watchbill.noise.Judgement;
import watchbill.noise.NoiseRow;
import watchbill.noise.Noises;
import watchbill.time.Span;

/// Where the people of a story say what a page was worth, and look at what pages cost.
public final class NoiseDesk {
  private static final Duration FOUR_WEEKS = Duration.ofDays(28);

  private final HandClock clock;
  private final Clockwork clockwork;
  private final Declared declared;

  NoiseDesk(HandClock clock, Clockwork clockwork, Declared declared) {
    this.clock = clock;
    this.clockwork = clockwork;
    this.declared = declared;
  }

  public NoiseDesk livesIn(String handle, String zone) {
    declared.zone(new PersonId(handle), ZoneId.of(zone));
    return this;
  }

  /// Somebody judges the page that was over last.
  public NoiseDesk judges(String handle, boolean actionable, boolean couldWait) {
    var judgement = new Judgement(actionable, couldWait);
    Reply reply =
        clockwork.submit(new Command.JudgePage(page().id(), judgement, handle, "wake link"));
    if (reply instanceof Reply.Refused(var refusal)) {
      throw new AssertionError(refusal.inWords());
    }
    return this;
  }

  /// Who is asked about the page that was over last, and what they said.
  public Optional<Judging.Question> question() {
    return clockwork
        .transactions()
        .read(s -> Judging.about(page(), declared.configuration(), s, clock.now()));
  }

  /// What the pages of the last four weeks came to.
  public Figures figures() {
    return Figures.of(pages());
  }

  /// The same, row by row.
  public List<NoiseRow> rows(NoiseRow.By by) {
    return Noises.rows(pages(), by);
  }

  /// Looks once at all that must be told.
  public NoiseDesk looks() {
    clockwork.submit(new Command.KeepWatch());
    clockwork.work();
    return this;
  }

  private List<Disturbance> pages() {
    var span = new Span(clock.now().minus(FOUR_WEEKS), clock.now().plusSeconds(1));
    return clockwork
        .transactions()
        .read(s -> NoiseOf.pages(declared.configuration(), s, span, _ -> true))
        .orElseThrow();
  }

  private Page page() {
    return clockwork.transactions().read(s -> s.pages().resolved(1)).getFirst();
  }
}
