package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.alert.SilenceId;
import watchbill.audit.AuditEntry;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.silence.Draft;
import watchbill.silence.Matcher;
import watchbill.silence.Silence;
import watchbill.testkit.memory.MemoryTransactions;

/// What is answered and kept when people make, change and end silences.
class SilencingTest {
  private final MemoryTransactions transactions = new MemoryTransactions();
  private final Engine engine =
      new Engine(transactions, new Declared()::configuration, new SequentialIds());

  @Test
  void aSilenceIsKeptAndTold() {
    SilenceId id = made(new Command.CreateSilence(draft("api", 60), "ana"));
    Silence silence = find(id);
    assertThat(silence.startsAt()).isEqualTo(NIGHT);
    assertThat(silence.endsAt()).isEqualTo(at(60));
    assertThat(told(id))
        .containsExactly(
            "ana: Muted {job=\"api\"} until 2025-01-06T04:00:00Z: we are moving it, says ana");
  }

  @Test
  void theSameSilenceKeepsItsId() {
    SilenceId id = made(new Command.CreateSilence(draft("api", 60), "ana"));
    assertThat(made(new Command.UpdateSilence(id, draft("api", 90), "ben"))).isEqualTo(id);
    assertThat(find(id).endsAt()).isEqualTo(at(90));
    assertThat(told(id)).hasSize(2);
  }

  @Test
  void otherMatchersEndItAndMakeAnother() {
    SilenceId id = made(new Command.CreateSilence(draft("api", 60), "ana"));
    SilenceId other = made(new Command.UpdateSilence(id, draft("web", 60), "ana"));
    assertThat(other).isNotEqualTo(id);
    assertThat(find(id).state(NIGHT)).isEqualTo(Silence.State.EXPIRED);
    assertThat(find(other).isActive(NIGHT)).isTrue();
  }

  @Test
  void aSilenceIsEndedOnce() {
    SilenceId id = made(new Command.CreateSilence(draft("api", 60), "ana"));
    assertThat(run(new Command.ExpireSilence(id, "ben"))).isEqualTo(new Reply.Done());
    assertThat(run(new Command.ExpireSilence(id, "cho"))).isEqualTo(new Reply.Done());
    assertThat(told(id)).hasSize(2).last().asString().startsWith("ben: Ended the silence of");
  }

  @Test
  void whatCannotBeIsRefusedAndNothingIsKept() {
    var nothing = new SilenceId("404");
    assertThat(code(new Command.ExpireSilence(nothing, "ana"))).isEqualTo("silence.unknown");
    assertThat(code(new Command.UpdateSilence(nothing, draft("api", 5), "ana")))
        .isEqualTo("silence.unknown");
    assertThat(code(new Command.CreateSilence(draft("api", -5), "ana")))
        .isEqualTo("silence.ends-at");
    SilenceId id = made(new Command.CreateSilence(draft("api", 60), "ana"));
    assertThat(code(new Command.UpdateSilence(id, draft("", 60), "ana")))
        .isEqualTo("matchers.match-everything");
    assertThat(find(id).isActive(NIGHT)).isTrue();
  }

  @Test
  void whatAPersonRaisesIsNotMuted() {
    run(new Command.RaisePage(Cast.CHECKOUT, "customers call", "cho"));
    var all = List.of(Matcher.is("watchbill_service", "checkout"));
    made(new Command.CreateSilence(new Draft(all, NIGHT, at(60), "ana", "work"), "ana"));
    assertThat(transactions.<Integer>read(s -> s.pages().open(9).size())).isEqualTo(1);
    run(new Command.RaisePage(Cast.CHECKOUT, "customers call again", "cho"));
    assertThat(transactions.<Long>read(s -> s.pages().open(9).getFirst().openAlertCount()))
        .isEqualTo(2);
  }

  @Test
  void thereAreNeverTooMany() {
    IntStream.range(0, 1_000)
        .forEach(i -> made(new Command.CreateSilence(draft("api" + i, 60), "ana")));
    assertThat(code(new Command.CreateSilence(draft("api", 60), "ana")))
        .isEqualTo("silence.too-many");
  }

  private Reply run(Command command) {
    return engine.run(command, NIGHT);
  }

  private SilenceId made(Command command) {
    return new SilenceId(((Reply.Made) run(command)).id());
  }

  private String code(Command command) {
    return ((Reply.Refused) run(command)).refusal().code();
  }

  private Silence find(SilenceId id) {
    return transactions.read(s -> s.silences().find(id)).orElseThrow();
  }

  private List<String> told(SilenceId id) {
    List<AuditEntry> entries = transactions.read(s -> s.audit().about(id.value(), 100));
    return entries.stream()
        .map(AuditEntry::deed)
        .map(d -> d.actor() + ": " + d.said() + ": " + d.because())
        .toList();
  }

  private static Draft draft(String job, long until) {
    return new Draft(List.of(Matcher.is("job", job)), NIGHT, at(until), "ana", "we are moving it");
  }

  private static Instant at(long minutes) {
    return NIGHT.plus(Duration.ofMinutes(minutes));
  }
}
