package watchbill.adapter.web.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import watchbill.access.Pass;
import watchbill.access.Passes;
import watchbill.adapter.identity.SigningKey;
import watchbill.notification.Notice;

/// Makes the links behind the buttons of notices, and reads those that answer one.
public final class NoticeLinks {
  /// How long a link works after it was sent, and after its notice was of no use any more.
  public static final Duration LIFETIME = Duration.ofHours(24);

  private static final String PURPOSE = "notice";

  private final URI baseUrl;
  private final SigningKey key;

  public NoticeLinks(URI baseUrl, SigningKey key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /// The link for an action of this notice: `/n/{token}` answers it, `/n/swap/{token}` is for the
  /// page that reads passes of the purpose `swap`.
  public URI to(Notice notice, Notice.Action action, Instant now) {
    Instant until = notice.pointlessFrom().filter(now::isBefore).orElse(now).plus(LIFETIME);
    String holder = notice.person().handle();
    String path =
        switch (action) {
          case Notice.Action.Answer _ ->
              "/n/" + key.sign(new Pass(PURPOSE, notice.id().value(), holder, until));
          case Notice.Action.Elsewhere(_, var purpose, var subject) ->
              "/n/" + purpose + "/" + key.sign(new Pass(purpose, subject, holder, until));
        };
    return baseUrl.resolve(path);
  }

  /// What a token is; one made for another purpose is as good as forged.
  Passes.Verdict read(String token, Instant now) {
    return switch (key.verify(token, now)) {
      case Passes.Verdict.Valid v when v.pass().purpose().equals(PURPOSE) -> v;
      case Passes.Verdict.Expired e when e.pass().purpose().equals(PURPOSE) -> e;
      case Passes.Verdict.Valid _, Passes.Verdict.Expired _, Passes.Verdict.Forged _ ->
          new Passes.Verdict.Forged();
    };
  }
}
