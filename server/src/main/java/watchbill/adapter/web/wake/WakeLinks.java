package watchbill.adapter.web.wake;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import watchbill.access.Pass;
import watchbill.access.Passes;
import watchbill.adapter.identity.SigningKey;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;

/// Makes the links by which a person takes charge of one page, and reads them.
public final class WakeLinks {
  /// How long a link works after it was sent.
  public static final Duration LIFETIME = Duration.ofHours(24);

  private static final String PURPOSE = "wake";
  private static final String ALL = "waiting";

  private final URI baseUrl;
  private final SigningKey key;

  public WakeLinks(URI baseUrl, SigningKey key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /// The link for this person and this page, good for a day.
  public URI to(PageId page, PersonId person, Instant now) {
    return baseUrl.resolve(path(page, person, now));
  }

  String path(PageId page, PersonId person, Instant now) {
    var pass = new Pass(PURPOSE, page.value(), person.handle(), now.plus(LIFETIME));
    return "/w/" + key.sign(pass);
  }

  /// The link that shows this person all pages that wait for them, good for a day.
  public URI toAll(PersonId person, Instant now) {
    var pass = new Pass(ALL, person.handle(), person.handle(), now.plus(LIFETIME));
    return baseUrl.resolve("/waiting/" + key.sign(pass));
  }

  /// What a token for all pages of a person is.
  Passes.Verdict readAll(String token, Instant now) {
    return read(token, ALL, now);
  }

  /// What a token is; one made for another purpose is as good as forged.
  Passes.Verdict read(String token, Instant now) {
    return read(token, PURPOSE, now);
  }

  private Passes.Verdict read(String token, String purpose, Instant now) {
    return switch (key.verify(token, now)) {
      case Passes.Verdict.Valid v when v.pass().purpose().equals(purpose) -> v;
      case Passes.Verdict.Expired e when e.pass().purpose().equals(purpose) -> e;
      case Passes.Verdict.Valid _, Passes.Verdict.Expired _, Passes.Verdict.Forged _ ->
          new Passes.Verdict.Forged();
    };
  }
}
