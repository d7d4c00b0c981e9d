package watchbill.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  private record MailServer(String host, Secret password) {}

  @Test
  void aSecretInsideARecordIsNotPrintedWithIt() {
    var server = new MailServer("mail.example.org", Secret.of("correct horse"));

    assertThat(server.toString()).contains("mail.example.org", "***").doesNotContain("horse");
  }

  @Test
  void itsHashTellsNothing() {
    assertThat(Secret.of("correct horse")).hasSameHashCodeAs(Secret.of("battery staple"));
  }

  @Test
  void twoSecretsAreEqualWhenTheirTextsAre() {
    assertThat(Secret.of("correct horse")).isEqualTo(Secret.of("correct horse"));
    assertThat(Secret.of("correct horse")).isNotEqualTo(Secret.of("correct horsf"));
    assertThat(Secret.of("correct horse")).isNotEqualTo("correct horse");
  }

  @Test
  void whoeverNeedsTheTextMustAskForIt() {
    assertThat(Secret.of("correct horse").reveal()).isEqualTo("correct horse");
  }
}
