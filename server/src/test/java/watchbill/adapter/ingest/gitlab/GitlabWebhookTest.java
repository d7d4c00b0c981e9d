package watchbill.adapter.ingest.gitlab;

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

class GitlabWebhookTest implements DialectContract {
  private static final String TOKEN = "x-gitlab-token";

  @Override
  public Dialect dialect() {
    return new GitlabWebhook(_ -> new Forge(Optional.empty(), true));
  }

  @Test
  void withASecretOnlyWhoBringsItIsRead() {
    var dialect =
        new GitlabWebhook(_ -> new Forge(Optional.of(Secret.of("s3cret-of-gitlab")), true));
    byte[] body = "{\"object_kind\":\"push\"}".getBytes(StandardCharsets.UTF_8);

    String kept = dialect.kept(TOKEN, "s3cret-of-gitlab");
    assertThat(kept).doesNotContain("s3cret");
    assertThat(dialect.read(new Message(Map.of(TOKEN, kept), body), from(), NOW))
        .isInstanceOf(Reading.Understood.class);
    for (String wrong : new String[] {"", "another", "s3cret-of-gitlab "}) {
      var message = new Message(Map.of(TOKEN, dialect.kept(TOKEN, wrong)), body);
      assertRefused(dialect.read(message, from(), NOW));
    }
    assertRefused(dialect.read(new Message(Map.of(), body), from(), NOW));
  }

  private static void assertRefused(Reading reading) {
    assertThat(((Reading.Refused) reading).wrong().getFirst().code()).isEqualTo("event.signature");
  }
}
