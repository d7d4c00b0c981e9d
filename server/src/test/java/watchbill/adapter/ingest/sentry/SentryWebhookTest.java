package watchbill.adapter.ingest.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.kernel.Secret;

class SentryWebhookTest implements DialectContract {
  private static final String BODY = "{\"action\":\"created\",\"data\":{\"café\":\"☕\"}}";

  /// Reckoned by `openssl dgst -sha256 -hmac`.
  private static final String SIGNATURE =
      "e6d57717b629dabb735f9e1ef31b226eaa089ab485e710a11fdb3f2ce1e30eed";

  @Override
  public Dialect dialect() {
    return new SentryWebhook(_ -> Optional.empty());
  }

  @Test
  void aSignedMessageIsRead() {
    assertThat(signed(SIGNATURE)).isInstanceOf(Reading.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "e6d57717b629dabb735f9e1ef31b226eaa089ab485e710a11fdb3f2ce1e30eed0",
        "f7e68828c73aebcc8460af2f042c337fbb19abc596f821b220ec403df2f41ffe",
        "☕"
      })
  void aMessageWithoutTheRightSignatureIsRefused(String signature) {
    assertThat(signed(signature))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.wrong().getFirst().code()).isEqualTo("sentry.signature");
              assertThat(refused.wrong().getFirst().inWords()).doesNotContain(SIGNATURE);
            });
  }

  @Test
  void aMessageWithoutASignatureIsRefusedWhereASecretIsKnown() {
    assertThat(read(Map.of("sentry-hook-resource", "installation")))
        .isInstanceOf(Reading.Refused.class);
  }

  private Reading signed(String signature) {
    return read(Map.of("sentry-hook-resource", "installation", "sentry-hook-signature", signature));
  }

  private Reading read(Map<String, String> head) {
    var dialect = new SentryWebhook(_ -> Optional.of(Secret.of("sixteen-characters-or-more")));
    return dialect.read(new Message(head, BODY.getBytes(StandardCharsets.UTF_8)), from(), NOW);
  }
}
