package watchbill.server.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.audit.Audits;
import watchbill.audit.Deed;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.notification.Notice;
import watchbill.server.hourly.RoundClaims;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.memory.MemoryTransactions;

/// A head that was handed out can be checked by its text and the key's, on any machine.
class SealTest {
  private static final Audits.Head HEAD = new Audits.Head(42, "ab".repeat(32));
  private final HandClock clock = new HandClock(Cast.NIGHT);
  private final MemoryTransactions store = new MemoryTransactions();
  private final List<Command> said = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void aHeadSurvivesBeingWrittenAndRead() throws IOException {
    SealKey key = SealKey.of(folder);
    SealedHead head = SealedHead.of(HEAD, Cast.NIGHT, key);
    SealedHead read = SealedHead.read("  " + head.text() + "\n").orElseThrow();
    assertThat(read).isEqualTo(head);
    assertThat(read.isSignedBy(SealKey.of(folder).publicText())).isTrue();
  }

  @Test
  void anotherNumberHashTimeOrKeyIsNotSigned() throws IOException {
    SealKey key = SealKey.of(folder);
    String text = SealedHead.of(HEAD, Cast.NIGHT, key).text();
    for (String bent :
        List.of(
            text.replace(":42:", ":43:"),
            text.replace("abab:", "abac:"),
            text.replace(":" + Cast.NIGHT.getEpochSecond() + ":", ":1:"))) {
      assertThat(bent).isNotEqualTo(text);
      assertThat(SealedHead.read(bent).orElseThrow().isSignedBy(key.publicText())).isFalse();
    }
    Path other = Files.createDirectory(folder.resolve("other"));
    SealedHead head = SealedHead.read(text).orElseThrow();
    assertThat(head.isSignedBy(SealKey.of(other).publicText())).isFalse();
    assertThat(head.isSignedBy("no key")).isFalse();
    assertThat(SealedHead.read(text.substring(0, 60))).isEmpty();
    assertThat(SealedHead.read("")).isEmpty();
  }

  @Test
  void theKeyIsItsOwnersAloneAndADamagedOneIsSaidToBe() throws IOException {
    assertThat(SealKey.load(folder)).isEmpty();
    SealKey.of(folder);
    Path file = folder.resolve("audit.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.writeString(file, "half");
    assertThatThrownBy(() -> SealKey.of(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no key of ours", "move it away");
  }

  @Test
  void theAdministratorsGetAHeadOfEachWeekOnceThereIsSomethingToCutOff() throws IOException {
    var rounds = new SealRounds(store, this::say, clock, folder, RoundClaims.ALONE);
    rounds.round();
    assertThat(said).as("nothing was done yet").isEmpty();
    deed();
    clock.turn(Duration.ofHours(23));
    rounds.round();
    assertThat(said).as("it began today").isEmpty();
    clock.turn(Duration.ofHours(2));
    rounds.round();
    Command.TellKeepers told = (Command.TellKeepers) said.getFirst();
    assertThat(told.kind()).isEqualTo(Notice.Kind.AUDIT_HEAD);
    assertThat(told.key()).isEqualTo("audit-head/2025-01-06");
    SealedHead head = SealedHead.read(told.facts().getFirst().words()).orElseThrow();
    assertThat(head.head()).isEqualTo(store.<Audits.Head>read(s -> s.audit().head()));
    assertThat(head.isSignedBy(SealKey.of(folder).publicText())).isTrue();
    assertThat(told.facts().get(1).words()).contains(SealKey.of(folder).publicText());
  }

  @Test
  void aKeyThatCanNotBeReadIsTroubleOfOurOwn() throws IOException {
    deed();
    clock.turn(Duration.ofDays(2));
    Files.writeString(folder.resolve("audit.key"), "half");
    new SealRounds(store, this::say, clock, folder, RoundClaims.ALONE).round();
    assertThat(said)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.RaiseTrouble.class, t -> assertThat(t.key()).isEqualTo("audit-key"));
  }

  private Reply say(Command command) {
    said.add(command);
    return new Reply.Done();
  }

  private void deed() {
    store.write(s -> {
      s.audit().append(List.of(new Deed(clock.now(), "ana", "page.acknowledged", "p", "x", "")));
      return true;
    });
  }
}
