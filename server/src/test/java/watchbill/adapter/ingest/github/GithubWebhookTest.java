package watchbill.adapter.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;
import watchbill.adapter.ingest.Forge;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.kernel.Secret;

class GithubWebhookTest implements DialectContract {
  private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);

  @Override
  public Dialect dialect() {
    return new GithubWebhook(_ -> new Forge(Optional.empty(), true));
  }

  @Test
  void theSignatureIsTheOneThatGithubDocuments() {
    assertThat(Signature.of(BODY, Secret.of("It's a Secret to Everybody")))
        .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
  }

  @Test
  void withASecretOnlyWhatIsSignedIsRead() {
    var secret = Secret.of("a-secret-of-github");
    var dialect = new GithubWebhook(_ -> new Forge(Optional.of(secret), true));
    byte[] body = "{\"zen\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    String good = Signature.of(body, secret);

    assertThat(dialect.read(message(body, good), from(), NOW))
        .isInstanceOf(Reading.Understood.class);
    for (String bad : new String[] {"", "sha256=", good.replace("sha256", "sha1"), good + "0"}) {
      assertSignatureRefused(dialect.read(message(body, bad), from(), NOW));
    }
    assertSignatureRefused(dialect.read(message(BODY, good), from(), NOW));
    var none = new Message(Map.of("x-github-event", "ping"), body);
    assertSignatureRefused(dialect.read(none, from(), NOW));
  }

  @Test
  void aFailureIsNoAlertUnlessThatIsAskedFor() {
    var quiet = new GithubWebhook(_ -> Forge.PLAIN);
    assertThat(cases())
        .allSatisfy(c -> {
          if (quiet.read(c.message(), from(), NOW) instanceof Reading.Understood read) {
            assertThat(read.reports()).isEmpty();
          }
        });
  }

  private static void assertSignatureRefused(Reading reading) {
    assertThat(((Reading.Refused) reading).wrong().getFirst().code()).isEqualTo("event.signature");
  }

  private static Message message(byte[] body, String signature) {
    return new Message(Map.of("x-github-event", "ping", "x-hub-signature-256", signature), body);
  }
}
