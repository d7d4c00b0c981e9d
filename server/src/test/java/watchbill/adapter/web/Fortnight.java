package watchbill.adapter.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import watchbill.calendar.Feed;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.request.Between;
import watchbill.rota.turn.Seat;
import watchbill.testkit.Cast;
import watchbill.time.Span;

/// What team payments entered for the weeks to come: Dev stands in for Ben on Thursday, nobody is
/// on duty on two days of the next week, and Ben is away in February.
///
/// [#ask] adds what they want of each other.
public final class Fortnight {
  private Fortnight() {}

  public static void plan(Scene scene) {
    enter(scene, "2025-01-09T08:00:00Z", "2025-01-10T08:00:00Z", replace(), "Ben sees the dentist");
    enter(
        scene,
        "2025-01-16T08:00:00Z",
        "2025-01-18T08:00:00Z",
        new Change.Remove(Cast.CHO),
        "Cho is at a wedding");
    var takeOver = new Change.TakeOver(Seat.of(Cast.ANA, Cast.DEV), 0);
    enter(scene, "2025-01-22T20:00:00Z", "2025-01-23T06:00:00Z", takeOver, "");
    scene.run(
        new Command.EnterLeave(
            Cast.BEN,
            span("2025-02-03T23:00:00Z", "2025-02-08T23:00:00Z"),
            "Skiing in Baqueira",
            "ben"));
    scene.clock.turn(Duration.ofMinutes(5));
  }

  /// Beside that, Cho asks Ben to swap, Ben has asked Ana, Dev looks for somebody, and Ben is owed
  /// something.
  public static void ask(Scene scene) {
    var chos = Between.of(span("2025-01-14T08:00:00Z", "2025-01-15T08:00:00Z"));
    var bens = Between.of(span("2025-01-07T08:00:00Z", "2025-01-08T08:00:00Z"));
    swap(scene, Cast.CHO, chos, Cast.BEN, Optional.of(bens), "It is my daughter's birthday");
    swap(scene, Cast.BEN, bens, Cast.ANA, Optional.empty(), "");
    var devs = Between.of(span("2025-01-24T08:00:00Z", "2025-01-25T08:00:00Z"));
    scene.run(
        new Command.OpenShiftUp(Cast.ROTA, Role.PRIMARY, devs, "A train I can't miss", Cast.DEV));
    scene.run(new Command.MakeFeed(new Feed.OfPerson("ben"), "0".repeat(64), "ben"));
    scene.run(
        new Command.CorrectLedger(
            Cast.BEN,
            Cast.PAYMENTS,
            LocalDate.of(2025, 1, 2),
            new Owed.Pay(Money.parse("54.00", Currency.getInstance("EUR")).orElseThrow()),
            "Stood in on New Year's Eve",
            "dev"));
  }

  private static void swap(
      Scene scene,
      PersonId asker,
      Between span,
      PersonId other,
      Optional<Between> inReturn,
      String note) {
    scene.run(new Command.AskSwap(Cast.ROTA, Role.PRIMARY, asker, span, other, inReturn, note));
  }

  private static Span span(String from, String until) {
    return new Span(Instant.parse(from), Instant.parse(until));
  }

  private static Change replace() {
    return new Change.Replace(Cast.BEN, Cast.DEV);
  }

  private static void enter(Scene scene, String from, String until, Change change, String reason) {
    var span = new Span(Instant.parse(from), Instant.parse(until));
    scene.run(new Command.AddOverride(Cast.ROTA, Role.PRIMARY, span, change, reason, Cast.DEV));
  }
}
