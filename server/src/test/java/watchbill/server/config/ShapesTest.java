package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.kernel.Secret;
import watchbill.server.config.source.Shape;

/// The edges of what is accepted.
class ShapesTest {
  @ParameterizedTest
  @CsvSource({
    "1m, PT1M",
    "60s, PT1M",
    "59s, PT59S",
    "10s, PT10S",
    "9s,",
    "1d, PT24H",
    "24h, PT24H",
    "1441m,",
    "5,",
    "5 m,",
    "m,",
    "-5m,",
    "1.5h,",
    "9999999999d,",
    "05m, PT5M"
  })
  void waits(String text, String accepted) {
    assertThat(Shapes.WAIT.parse().apply(text).map(Object::toString))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "push 0m, PT0S",
    "sms  2m, PT2M",
    "call 1d, PT24H",
    "push 86401s,",
    "push,",
    "0m,",
    "push 0m now,",
    "PUSH 0m,"
  })
  void rules(String text, String accepted) {
    assertThat(Shapes.RULE.parse().apply(text).map(r -> r.after().toString()))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "Mon 09:00, MONDAY 09:00",
    "sun 23:59, SUNDAY 23:59",
    "Mon 9:00,",
    "Mon 24:00,",
    "Mo 09:00,",
    "09:00 Mon,"
  })
  void handoffs(String text, String accepted) {
    assertThat(Shapes.HANDOFF.parse().apply(text).map(h -> h.day() + " " + h.time()))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://hooks.example.org/ana?x=1", "http://127.0.0.1:8080/", "http://[::1]/"})
  void webhooksThatAreAccepted(String text) {
    assertThat(Addresses.WEBHOOK.parse().apply(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/",
        "http://127.0.0.1.example.org/",
        "http://localhost.example.org/",
        "https://user@hooks.example.org/",
        "https:///ana",
        "https:hooks",
        "https://hooks.example.org:0/",
        "https://hooks.example.org:70000/",
        "//hooks.example.org/",
        "https://hooks example.org/",
        ""
      })
  void webhooksThatAreNot(String text) {
    assertThat(Addresses.WEBHOOK.parse().apply(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.org, mail.example.org 25 clear -",
    "smtps://mail.example.org/, mail.example.org 465 tls -",
    "smtp://[::1]:2525, ::1 2525 clear -",
    "smtps://ana:a%40b+c@mail.example.org:466, mail.example.org 466 tls ana a@b+c",
    "smtp://ana@mail.example.org,",
    "smtp://:hidden@mail.example.org,",
    "smtp://mail.example.org/inbox,",
    "smtp://mail.example.org:99999,",
    "mail.example.org:25,",
    "smtp://ana:100%@mail.example.org,"
  })
  void mailServers(String text, String accepted) {
    assertThat(Addresses.SMTP.parse().apply(text).map(ShapesTest::inWords))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8320, 127.0.0.1:8320",
    "localhost:0, localhost:0",
    "[::1]:65535, [::1]:65535",
    "127.0.0.1,",
    ":8320,",
    "::1:8320,",
    "127.0.0.1:65536,",
    "http://127.0.0.1:8320,"
  })
  void listening(String text, String accepted) {
    assertThat(Addresses.LISTEN.parse().apply(text).map(Object::toString))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @Test
  void keysAreFromSixteenToAHundredAndTwentyEight() {
    assertThat(accepts(Shapes.INTEGRATION_KEY, "k".repeat(15))).isFalse();
    assertThat(accepts(Shapes.INTEGRATION_KEY, "k".repeat(16))).isTrue();
    assertThat(accepts(Shapes.INTEGRATION_KEY, "k".repeat(128))).isTrue();
    assertThat(accepts(Shapes.INTEGRATION_KEY, "k".repeat(129))).isFalse();
  }

  @Test
  void handlesAreUpToSixtyThree() {
    assertThat(accepts(Shapes.HANDLE, "a".repeat(63))).isTrue();
    assertThat(accepts(Shapes.HANDLE, "a".repeat(64))).isFalse();
    assertThat(accepts(Shapes.HANDLE, "4na")).isFalse();
    assertThat(accepts(Shapes.HANDLE, "ana\n")).isFalse();
  }

  private static boolean accepts(Shape<?> shape, String text) {
    return shape.parse().apply(text).isPresent();
  }

  private static String inWords(ChannelSettings.Email.Smtp smtp) {
    String login = smtp.login().map(l -> l.user() + " " + reveal(l.password())).orElse("-");
    return "%s %d %s %s"
        .formatted(smtp.host(), smtp.port(), smtp.tlsFromTheStart() ? "tls" : "clear", login);
  }

  private static String reveal(Secret password) {
    return password.reveal();
  }
}
