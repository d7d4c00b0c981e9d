package watchbill.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.crew.Crew.NIGHT;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassesTest {
  private static final byte[] KEY = "a key for tests".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER_KEY = "another key".getBytes(StandardCharsets.UTF_8);
  private static final Pass PASS = new Pass("wake", "01JGX3S", "ana", NIGHT.plusSeconds(60));
  private static final String TOKEN = Passes.sign(PASS, KEY);

  @Test
  void aPassThatWeSignedIsGoodUntilItExpires() {
    assertThat(verify(TOKEN)).isEqualTo(new Passes.Verdict.Valid(PASS));
    assertThat(Passes.verify(TOKEN, KEY, NIGHT.plusSeconds(60).minusNanos(1)))
        .isEqualTo(new Passes.Verdict.Valid(PASS));
    assertThat(Passes.verify(TOKEN, KEY, NIGHT.plusSeconds(60)))
        .isEqualTo(new Passes.Verdict.Expired(PASS));
  }

  @Test
  void aTokenIsShortAndSafeInAnAddress() {
    var usual = new Pass("wake", "0".repeat(26), "ana-maria", NIGHT);
    assertThat(Passes.sign(usual, KEY)).matches("[A-Za-z0-9_-]{1,120}");
    var odd = new Pass("wake", "x", "ñandú", NIGHT.plusSeconds(60));
    assertThat(verify(Passes.sign(odd, KEY))).isEqualTo(new Passes.Verdict.Valid(odd));
  }

  @Test
  void aPassSignedWithAnotherKeyIsForged() {
    assertForged(Passes.sign(PASS, OTHER_KEY));
  }

  @Test
  void aTokenOfWhichAnyBitWasTurnedIsForged() {
    byte[] bytes = Base64.getUrlDecoder().decode(TOKEN);
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] turned = bytes.clone();
      turned[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertForged(Base64.getUrlEncoder().withoutPadding().encodeToString(turned));
    }
  }

  @Test
  void aTokenCutShortAnywhereIsForged() {
    for (int length = 0; length < TOKEN.length(); length++) {
      assertForged(TOKEN.substring(0, length));
    }
  }

  @Test
  void whatIsNoTokenAtAllIsForged() {
    List.of("", "=", "ñ", "a b", "../../etc/passwd", "A".repeat(10_000), TOKEN + "A", "\n")
        .forEach(PassesTest::assertForged);
  }

  @Test
  void aPassCannotSmuggleALineIntoAnotherField() {
    var smuggler = new Pass("wake", "p1\nben", "ana", NIGHT);
    assertThatThrownBy(() -> Passes.sign(smuggler, KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Passes.Verdict verify(String token) {
    return Passes.verify(token, KEY, NIGHT);
  }

  private static void assertForged(String token) {
    assertThat(verify(token)).isEqualTo(new Passes.Verdict.Forged());
  }
}
