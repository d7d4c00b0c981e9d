package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.DEV;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.request.Between;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;

/// What nobody may enter into a rota, and what they are told instead. Nothing changes by it.
class RotaRefusalsTest {
  private static final Role PRIMARY = Role.PRIMARY;
  private static final PersonId EVE = new PersonId("eve");
  private static final RotaId NOTHING = new RotaId("nothing");
  private static final Between CHOS = week("2025-01-13");
  private static final Between DEVS = week("2025-01-20");
  private static final Between PAST = week("2024-12-23");
  private static final Span HOUR = new Span(NIGHT, NIGHT.plusSeconds(3_600));

  private final Transactions transactions = new MemoryTransactions();
  private final Declared declared = new Declared();
  private final Engine engine =
      new Engine(transactions, declared::configuration, new SequentialIds());

  static List<Arguments> swaps() {
    var backwards = new Between(CHOS.until(), CHOS.from());
    var nothing = new Between(CHOS.from(), CHOS.from());
    var halfTheirs = new Between(CHOS.from(), CHOS.until().plusSeconds(60));
    var long367 = new Between(CHOS.from(), CHOS.from().plus(Duration.ofDays(367)));
    var far = new Between(later(CHOS.from(), 800), later(CHOS.until(), 800));
    return List.of(
        Arguments.of(swap(CHO, CHOS, CHO), "swap.with-oneself", "other"),
        Arguments.of(swap(CHO, CHOS, EVE), "person.unknown", "person"),
        Arguments.of(swap(CHO, backwards, DEV), "span.empty", "until"),
        Arguments.of(swap(CHO, nothing, DEV), "span.empty", "until"),
        Arguments.of(swap(ANA, PAST, DEV), "span.over", "until"),
        Arguments.of(
            swap(ANA, new Between(NIGHT.minusSeconds(60), NIGHT.plusSeconds(60)), DEV),
            "span.begun",
            "from"),
        Arguments.of(swap(CHO, long367, DEV), "span.too-long", "until"),
        Arguments.of(swap(CHO, far, DEV), "span.too-far", "from"),
        Arguments.of(swap(CHO, DEVS, BEN), "swap.not-on-duty", "span"),
        Arguments.of(swap(CHO, halfTheirs, BEN), "swap.not-on-duty", "span"),
        Arguments.of(swap(CHO, CHOS, DEV, nothing), "span.empty", "in-return.until"),
        Arguments.of(swap(CHO, CHOS, BEN, DEVS), "swap.other-not-on-duty", "in-return"),
        Arguments.of(swap(CHO, CHOS, DEV, PAST), "span.over", "in-return.until"),
        Arguments.of(
            new Command.AskSwap(NOTHING, PRIMARY, CHO, CHOS, DEV, Optional.empty(), ""),
            "rota.unknown",
            "rota"),
        Arguments.of(
            new Command.AskSwap(ROTA, PRIMARY, CHO, CHOS, DEV, Optional.empty(), "x".repeat(201)),
            "words.too-long",
            "note"));
  }

  static List<Arguments> others() {
    return List.of(
        Arguments.of(new Command.AnswerSwap("404", true, DEV, ""), "swap.unknown", "swap"),
        Arguments.of(new Command.WithdrawSwap("404", DEV), "swap.unknown", "swap"),
        Arguments.of(new Command.ClaimShift("404", DEV), "shift.unknown", "shift"),
        Arguments.of(new Command.WithdrawOpenShift("404", DEV), "shift.unknown", "shift"),
        Arguments.of(new Command.WithdrawOverride("404", "dev"), "override.unknown", "override"),
        Arguments.of(open(NOTHING, CHOS, CHO), "rota.unknown", "rota"),
        Arguments.of(open(ROTA, PAST, ANA), "span.over", "until"),
        Arguments.of(open(ROTA, CHOS, EVE), "person.unknown", "person"),
        Arguments.of(
            open(ROTA, new Between(CHOS.from(), DEVS.until()), ANA), "shift.of-several", "span"),
        Arguments.of(new Command.StandDown(CHO, "cho", "web"), "duty.none", "person"),
        Arguments.of(new Command.StandDown(EVE, "eve", "web"), "person.unknown", "person"),
        Arguments.of(
            new Command.StandDown(ANA, Optional.of(NIGHT), "ana", "web"), "span.empty", "until"),
        Arguments.of(new Command.TakeBack(ANA, "ana"), "duty.not-stood-down", "person"),
        Arguments.of(
            override(PAST.span().orElseThrow(), new Change.Add(BEN)), "span.over", "until"),
        Arguments.of(override(HOUR, new Change.Replace(ANA, ANA)), "override.with-oneself", "in"),
        Arguments.of(suggestion(EVE), "person.unknown", "person"));
  }

  @ParameterizedTest
  @MethodSource({"swaps", "others"})
  void itIsRefusedWithTheFieldAndWhatIsAllowed(Command command, String code, String field) {
    refuses(command, code, field);
    assertThat(transactions.<Integer>read(s -> s.audit().after(0, 9).size())).isZero();
  }

  @Test
  void aSwapIsAnsweredOnceAndByWhoeverWasAsked() {
    String swap = made(swap(CHO, CHOS, DEV));
    refuses(new Command.AnswerSwap(swap, true, ANA, ""), "swap.of-another", "by");
    refuses(new Command.WithdrawSwap(swap, DEV), "swap.of-another", "by");
    run(new Command.AnswerSwap(swap, true, DEV, ""));
    refuses(new Command.AnswerSwap(swap, false, DEV, ""), "swap.closed", "swap");
    refuses(new Command.WithdrawSwap(swap, CHO), "swap.closed", "swap");
  }

  @Test
  void aSwapIsNotAcceptedOnceTheDutyIsNoLongerTheirs() {
    String swap = made(swap(CHO, CHOS, DEV));
    run(override(CHOS.span().orElseThrow(), new Change.Replace(CHO, ANA)));
    refuses(new Command.AnswerSwap(swap, true, DEV, ""), "swap.not-on-duty", "span");
  }

  @Test
  void aSwapIsNotAcceptedWhileOnLeaveNorAfterItExpired() {
    String swap = made(swap(CHO, CHOS, DEV));
    var day = new Span(CHOS.from(), CHOS.from().plus(Duration.ofDays(1)));
    run(new Command.EnterLeave(DEV, day, "", "dev"));
    refuses(new Command.AnswerSwap(swap, true, DEV, ""), "person.on-leave", "other");
    assertThat(engine.run(new Command.AnswerSwap(swap, true, DEV, ""), CHOS.from()))
        .isInstanceOfSatisfying(
            Reply.Refused.class, r -> assertThat(r.refusal().seen()).isEqualTo("expired"));
  }

  @Test
  void aShiftIsNotClaimedByWhoseItIsNorByStrangersNorTwice() {
    String shift = made(open(ROTA, CHOS, CHO));
    refuses(open(ROTA, CHOS, CHO), "shift.open-already", "span");
    refuses(new Command.ClaimShift(shift, CHO), "shift.ones-own", "by");
    refuses(new Command.ClaimShift(shift, EVE), "shift.not-of-rota", "by");
    run(new Command.ClaimShift(shift, ANA));
    refuses(new Command.ClaimShift(shift, BEN), "shift.closed", "shift");
    refuses(new Command.WithdrawOpenShift(shift, CHO), "shift.closed", "shift");
  }

  @Test
  void anOverrideThatIsOverStays() {
    String override = made(override(HOUR, new Change.Add(BEN)));
    assertThat(engine.run(new Command.WithdrawOverride(override, "dev"), HOUR.until()))
        .isInstanceOfSatisfying(
            Reply.Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("override.over"));
  }

  /// A suggestion of which one part can't be is not taken in part.
  @Test
  void aSuggestionIsTakenWholeOrNotAtAll() {
    var good = new Command.Assignment(CHOS.span().orElseThrow(), ANA);
    var bad = new Command.Assignment(DEVS.span().orElseThrow(), EVE);
    var accept = new Command.AcceptSuggestion(ROTA, PRIMARY, List.of(good, bad), DEV);
    refuses(accept, "person.unknown", "person");
    List<RotaOverride> kept = transactions.read(s -> s.overrides().touching(good.span()));
    assertThat(kept).isEmpty();
  }

  private void refuses(Command command, String code, String field) {
    assertThat(engine.run(command, NIGHT))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(code);
              assertThat(refused.refusal().field()).isEqualTo(field);
              assertThat(refused.refusal().inWords()).contains("; use ");
            });
  }

  private String made(Command command) {
    return ((Reply.Made) engine.run(command, NIGHT)).id();
  }

  private void run(Command command) {
    assertThat(engine.run(command, NIGHT)).isNotInstanceOf(Reply.Refused.class);
  }

  private static Instant later(Instant at, long days) {
    return at.plus(Duration.ofDays(days));
  }

  private static Between week(String day) {
    Instant from = RotaDesk.nine(day);
    return new Between(from, from.plus(Duration.ofDays(7)));
  }

  private static Command swap(PersonId asker, Between span, PersonId other, Between... inReturn) {
    return new Command.AskSwap(
        ROTA, PRIMARY, asker, span, other, Stream.of(inReturn).findFirst(), "");
  }

  private static Command open(RotaId rota, Between span, PersonId by) {
    return new Command.OpenShiftUp(rota, PRIMARY, span, "", by);
  }

  private static Command override(Span span, Change change) {
    return new Command.AddOverride(ROTA, PRIMARY, span, change, "", DEV);
  }

  private static Command suggestion(PersonId person) {
    var slot = new Command.Assignment(CHOS.span().orElseThrow(), person);
    return new Command.AcceptSuggestion(ROTA, PRIMARY, List.of(slot), DEV);
  }
}
