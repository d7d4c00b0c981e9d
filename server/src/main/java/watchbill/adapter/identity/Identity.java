package watchbill.adapter.identity;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.access.Session;
import watchbill.access.SignInLink;
import watchbill.adapter.http.Gatekeeper;
import watchbill.catalog.PersonId;
import watchbill.engine.Configuration;
import watchbill.engine.Transactions;
import watchbill.time.TimeSource;

/// Tells who sent a request, and hands out what proves it.
public final class Identity implements Gatekeeper {
  /// How long a browser stays signed in.
  public static final Duration SESSION_LIFETIME = Duration.ofDays(30);

  /// How long a link to sign in may lie unused.
  public static final Duration LINK_LIFETIME = Duration.ofHours(24);

  private static final String BEARER = "Bearer ";
  private static final int TOKEN_MAX = 200;

  private final Transactions transactions;
  private final TimeSource time;
  private final Supplier<Configuration> configuration;
  private final URI baseUrl;
  private final SessionCookie cookie;

  public Identity(
      Transactions transactions,
      TimeSource time,
      Supplier<Configuration> configuration,
      URI baseUrl) {
    this.transactions = transactions;
    this.time = time;
    this.configuration = configuration;
    this.baseUrl = baseUrl;
    this.cookie = SessionCookie.under(baseUrl);
  }

  @Override
  public Optional<String> who(ServerRequest request) {
    return signedIn(request).map(SignedIn::who);
  }

  /// Who sent the request and how they proved it. A bearer token outranks a cookie.
  public Optional<SignedIn> signedIn(ServerRequest request) {
    Optional<Token> bearer = bearer(request);
    return bearer.isPresent()
        ? session(bearer.get(), SignedIn.Means.BEARER)
        : cookie.read(request).flatMap(t -> session(t, SignedIn.Means.COOKIE));
  }

  /// A link that signs `who` in, once; empty when the configuration knows nobody of that handle.
  public Optional<URI> makeLink(String who) {
    if (!isKnown(who)) {
      return Optional.empty();
    }
    Token token = Token.fresh();
    var link = new SignInLink(token.hash(), who, time.now().plus(LINK_LIFETIME));
    return Optional.of(
        transactions.write(stores -> {
          stores.access().addLink(link);
          return address(token);
        }));
  }

  /// The administrator's first link, if none was ever made.
  Optional<URI> makeFirstLink() {
    Token token = Token.fresh();
    Instant now = time.now();
    var link = new SignInLink(token.hash(), Session.ADMINISTRATOR, now.plus(LINK_LIFETIME));
    return transactions.write(stores -> {
      if (stores.access().linkWasMade(Session.ADMINISTRATOR)) {
        return Optional.empty();
      }
      stores.access().addLink(link);
      return Optional.of(address(token));
    });
  }

  /// Uses a link up and signs the browser in; false when the link is used, too old or unknown.
  public boolean redeem(String linkToken, ServerResponse response) {
    if (linkToken.length() > TOKEN_MAX) {
      return false;
    }
    String linkHash = new Token(linkToken).hash();
    Token token = Token.fresh();
    Instant now = time.now();
    // One transaction: of two who press at once, the store lets one through.
    boolean redeemed =
        transactions.write(stores -> {
          Optional<String> who = stores.access().redeem(linkHash, now);
          who.ifPresent(w -> stores.access().addSession(session(token, w, now, SESSION_LIFETIME)));
          return who.isPresent();
        });
    if (redeemed) {
      cookie.set(response, token, SESSION_LIFETIME);
    }
    return redeemed;
  }

  /// A token for a program that acts for `who`. Shown once; only its hash is kept.
  public String issueToken(String who, Duration lifetime) {
    Token token = Token.fresh();
    Session session = session(token, who, time.now(), lifetime);
    transactions.write(stores -> {
      stores.access().addSession(session);
      return session;
    });
    return token.text();
  }

  /// Whether a token that was issued once still lets somebody in.
  public boolean isGood(String token) {
    Instant now = time.now();
    String hash = new Token(token).hash();
    return transactions.read(stores -> stores.access().session(hash, now)).isPresent();
  }

  /// Ends the session, here and in the store.
  public void signOut(SignedIn signedIn, ServerResponse response) {
    transactions.write(stores -> {
      stores.access().endSession(signedIn.sessionHash());
      return signedIn;
    });
    cookie.clear(response);
  }

  /// Whoever is no longer in the configuration has nothing left to sign in for.
  private boolean isKnown(String who) {
    return who.equals(Session.ADMINISTRATOR)
        || configuration.get().catalog().person(new PersonId(who)).isPresent();
  }

  private Optional<SignedIn> session(Token token, SignedIn.Means means) {
    Instant now = time.now();
    return transactions
        .read(stores -> stores.access().session(token.hash(), now))
        .filter(s -> isKnown(s.who()))
        .map(s -> new SignedIn(s.who(), s.tokenHash(), means));
  }

  private static Session session(Token token, String who, Instant now, Duration lifetime) {
    return new Session(token.hash(), who, now, now.plus(lifetime));
  }

  private URI address(Token token) {
    return baseUrl.resolve("/sign-in/" + token.text());
  }

  private static Optional<Token> bearer(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.AUTHORIZATION)
        .filter(h -> h.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(h -> new Token(h.substring(BEARER.length()).strip()));
  }
}
