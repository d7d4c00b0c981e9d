package watchbill.adapter.ingest.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Integration;
import watchbill.engine.Reply;

/// One mail on its way in: whom it is from, whom it is for, and then the mail itself.
final class Delivery implements MessageHandler {
  /// How long a sender may take for one mail.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int BLOCK = 8 * 1024;
  private static final int TEMPORARY = 451;
  private static final int UNKNOWN_ADDRESS = 550;
  private static final int TOO_BIG = 552;
  private static final int REFUSED = 554;

  private final MailListener.Post post;
  private final Set<Integration> recipients = new LinkedHashSet<>();
  private String envelopeFrom = "";

  Delivery(MailListener.Post post) {
    this.post = post;
  }

  @Override
  public void from(String address) {
    envelopeFrom = address.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  @Override
  public void recipient(String address) throws RejectException {
    Integration to =
        post.addressees()
            .find(address)
            .orElseThrow(() -> {
              post.tally().count(Tally.Outcome.UNKNOWN_KEY, 1);
              return new RejectException(
                  UNKNOWN_ADDRESS, "5.1.1 this is the address of no integration");
            });
    recipients.add(to);
  }

  /// What is said here is said after the commit.
  @Override
  public String data(InputStream in) throws RejectException, IOException {
    byte[] mail = whole(in);
    var message = new Message(Map.of(MailDialect.ENVELOPE_FROM, envelopeFrom), mail);
    for (Integration to : recipients) {
      keep(message, to);
    }
    return "2.0.0 kept";
  }

  @Override
  public void done() {}

  private void keep(Message message, Integration to) throws RejectException {
    Reply reply =
        switch (post.dialect().judge(message, to, post.time().now())) {
          case MailDialect.Judged.Unreadable(var why) -> {
            post.tally().count(Tally.Outcome.REFUSED, 1);
            throw new RejectException(REFUSED, "5.6.0 " + why.inWords());
          }
          case MailDialect.Judged.NoNews _ ->
              post.door().submit(post.door().prepare(message, to, MailListener.NO_NEWS));
          case MailDialect.Judged.News(var judged) ->
              post.door().submit(post.door().prepare(message, to, judged));
        };
    switch (reply) {
      case Reply.TryLater later ->
          throw new RejectException(TEMPORARY, "4.3.0 nothing was kept: " + later.why());
      case Reply.Refused(var why) -> throw new RejectException(REFUSED, "5.6.0 " + why.inWords());
      case Reply _ -> {}
    }
  }

  private byte[] whole(InputStream in) throws RejectException, IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var mail = new ByteArrayOutputStream(BLOCK);
    byte[] block = new byte[BLOCK];
    int read = in.read(block);
    while (read >= 0) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("a mail took longer than " + PATIENCE.toSeconds() + " s");
      }
      if (mail.size() + read > post.sizeMax()) {
        post.tally().count(Tally.Outcome.REFUSED, 1);
        throw new RejectException(
            TOO_BIG, "5.3.4 the mail is larger than " + post.sizeMax() + " bytes");
      }
      mail.write(block, 0, read);
      read = in.read(block);
    }
    return mail.toByteArray();
  }
}
