package watchbill.adapter.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.audit.AuditEntry;
import watchbill.audit.Audits;
import watchbill.audit.Deed;

/// A program that is killed has kept everything that it had said it kept.
class KilledTest {
  private static final int ENOUGH = 200;

  @Test
  void whatWasAnsweredIsThereAfterAKill(@TempDir Path folder, @TempDir Path said)
      throws IOException, InterruptedException {
    Path answers = said.resolve("answers");
    Process program = start(folder, answers);
    boolean ended = false;
    while (answered(answers) < ENOUGH && !ended) {
      ended = program.waitFor(10, TimeUnit.MILLISECONDS);
    }
    refusesAnother(folder, program.pid());
    program.destroyForcibly().waitFor();
    findsAll(folder, answered(answers));
  }

  private static int answered(Path answers) throws IOException {
    String text = Files.readString(answers);
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static void refusesAnother(Path folder, long holder) {
    assertThatThrownBy(() -> SqliteTransactions.open(folder))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("process " + holder);
  }

  private static void findsAll(Path folder, int answered) {
    assertThat(answered).isGreaterThanOrEqualTo(ENOUGH);
    try (var transactions = SqliteTransactions.open(folder)) {
      for (int i = 0; i < answered; i++) {
        var id = new EventId("event-" + i);
        assertThat(transactions.<Boolean>read(s -> s.events().find(id).isPresent()))
            .as("%s of %d", id, answered)
            .isTrue();
      }
      List<AuditEntry> chain = transactions.read(s -> s.audit().after(0, Integer.MAX_VALUE));
      assertThat(chain).hasSizeGreaterThanOrEqualTo(answered);
      assertThat(Audits.firstBroken(Audits.Head.START, chain)).isEmpty();
    }
  }

  private static Process start(Path folder, Path answers) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledTest.class.getName(),
            folder.toString())
        .redirectOutput(answers.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// The program that will be killed: keeps one event after the other, and says so.
  public static void main(String[] arguments) {
    try (var transactions = SqliteTransactions.open(Path.of(arguments[0]))) {
      for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
        var event = new Event(new EventId("event-" + i), PROMETHEUS, NIGHT, "", "x".repeat(700));
        var deed = new Deed(NIGHT, "prometheus", "event.kept", event.id().value(), "kept", "");
        transactions.write(stores -> {
          stores.events().add(List.of(event));
          stores.audit().append(List.of(deed));
          return true;
        });
        System.out.println(event.id());
      }
    }
  }
}
