package watchbill.server.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.access.Passes;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.web.notice.NoticeLinks;
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.engine.Handing;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.Notices;
import watchbill.testkit.Cast;
import watchbill.testkit.memory.MemoryTransactions;

class MessageLinksTest {
  private static final URI URL = URI.create("https://watchbill.example.org/");

  private final SigningKey key = SigningKey.of(new MemoryTransactions());
  private final MessageLinks links =
      new MessageLinks(new WakeLinks(URL, key), new NoticeLinks(URL, key), () -> Cast.NIGHT);

  @Test
  void aNoticeLeadsWhereItsActionSaysAndForAsLongAsItIsOfUse() {
    URI answer = links.linkFor(handing(new Notice.Action.Answer("I am awake")));
    assertThat(answer.toString()).startsWith("https://watchbill.example.org/n/");
    URI swap = links.linkFor(handing(new Notice.Action.Elsewhere("See the swap", "swap", "s1")));
    assertThat(swap.toString()).startsWith("https://watchbill.example.org/n/swap/");
    var verdict = key.verify(swap.getPath().substring("/n/swap/".length()), Cast.NIGHT);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Passes.Verdict.Valid.class,
            valid -> {
              assertThat(valid.pass().purpose()).isEqualTo("swap");
              assertThat(valid.pass().subject()).isEqualTo("s1");
              assertThat(valid.pass().holder()).isEqualTo("ana");
              assertThat(valid.pass().expiresAt())
                  .isEqualTo(Cast.NIGHT.plusSeconds(600).plus(NoticeLinks.LIFETIME));
            });
  }

  private static Handing handing(Notice.Action action) {
    var notice =
        new Notice(
            new NoticeId("n1"),
            Cast.ANA,
            Notice.Kind.SWAP,
            "swap/s1",
            "Ben asks for a swap",
            List.of(),
            Optional.of(action),
            Cast.NIGHT,
            Optional.of(Cast.NIGHT.plusSeconds(600)));
    var ana = Cast.person(Cast.ANA);
    var notification = Notices.plan(notice, ana, () -> "1", Cast.NIGHT).getFirst();
    return new Handing.OfNotice(notification, notice, ana);
  }
}
