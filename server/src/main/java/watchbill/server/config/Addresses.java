package watchbill.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.kernel.Secret;
import watchbill.server.config.source.Shape;

/// Addresses of mailboxes and machines.
final class Addresses {
  static final int SMTP_PORT = 25;
  static final int SMTPS_PORT = 465;
  static final String MAIL_FROM = "Watchbill <watchbill@localhost>";

  private static final String MAILBOX =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";

  static final Shape<String> EMAIL =
      Shapes.matching("an e-mail address, like ana@example.org", MAILBOX);

  static final Shape<String> SENDER =
      Shapes.matching(
          "an e-mail address, with or without a name, like Watchbill <watchbill@example.org>",
          MAILBOX + "|[^<>\"@\\p{Cntrl}]{1,100} <" + MAILBOX + ">");

  /// Without a name and password in it: they would be kept where they can be seen.
  static final Shape<URI> RUNBOOK =
      url("an http or https address, like https://wiki.example.org/checkout", _ -> true);

  static final Shape<URI> OWN_URL =
      url(
              "an http or https address without a path, like https://watchbill.example.org",
              uri -> path(uri).isEmpty() && uri.getQuery() == null && uri.getFragment() == null)
          .hint("the address people's phones can reach; links in messages begin with it");

  static final Shape<URI> NTFY =
      url(
          "the http or https address of an ntfy server, like https://ntfy.example.org",
          uri -> uri.getQuery() == null && uri.getFragment() == null);

  static final Shape<URI> WATCHER =
      url("an http or https address, like https://hc.example.org/ping/your-key", _ -> true)
          .hint("asked with GET while somebody could be paged; let it alarm you when it is not")
          .neverShown();

  static final Shape<URI> WEBHOOK =
      url(
              "an https address, like https://hooks.example.org/ana",
              uri -> uri.getScheme().equalsIgnoreCase("https") || isLoopback(uri))
          .hint("http is accepted for this machine alone (localhost, 127.0.0.1, [::1])")
          .neverShown();

  static final Shape<CalendarSource> CALENDAR =
      Shape.of(
              "an https address or the path of a file, like https://calendar.example.org/ana.ics"
                  + " or ana.ics",
              Addresses::calendar)
          .hint("the address at which the calendar is given out as iCalendar, without a name in it")
          .neverShown();

  static final Shape<ChannelSettings.Email.Smtp> SMTP =
      Shape.of("smtp://host:port or smtps://user:password@host:port", text -> smtp(text, MAIL_FROM))
          .hint("in a name or password, write @ as %40, : as %3A, / as %2F and % as %25")
          .neverShown();

  static final Shape<ServerSettings.Listen> LISTEN =
      Shape.of("HOST:PORT, like 127.0.0.1:8320", Addresses::listen)
          .hint("ports are 0 to 65535, 0 for any free one; an IPv6 address stands in [ ]");

  static final Shape<PostgresAddress> STORE =
      Shape.of(PostgresAddress.FORM, PostgresAddress::parse)
          .hint("in a name or password, write @ as %40, : as %3A, / as %2F and % as %25")
          .neverShown();

  static final Shape<Secret> TOKEN =
      Shapes.matching("a token of 1 to 256 visible characters", "[\\x21-\\x7E]{1,256}")
          .neverShown()
          .map(Secret::of);

  static final Shape<Secret> SIGNING_SECRET =
      Shapes.matching("a secret of 16 to 256 visible characters", "[\\x21-\\x7E]{16,256}")
          .hint("make one with: openssl rand -hex 32")
          .neverShown()
          .map(Secret::of);

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9.-]{1,253})):([0-9]{1,5})");

  private Addresses() {}

  /// Whether what is sent there never leaves this machine.
  static boolean isLoopback(URI uri) {
    return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
  }

  private static Shape<URI> url(String allowed, Predicate<URI> more) {
    return Shape.of(
        allowed,
        text ->
            uri(text, Set.of("http", "https"))
                .filter(uri -> uri.getRawUserInfo() == null)
                .filter(more));
  }

  /// Calendar programs write `webcal` where they mean https.
  private static Optional<CalendarSource> calendar(String text) {
    String address = text.replaceFirst("^webcals?://", "https://");
    if (address.contains("://")) {
      return uri(address, Set.of("https"))
          .filter(uri -> uri.getRawUserInfo() == null && uri.getFragment() == null)
          .map(uri -> new CalendarSource.Web(Secret.of(uri.toString())));
    }
    return Shapes.FOLDER.parse().apply(text).map(CalendarSource.InFile::new);
  }

  private static Optional<URI> uri(String text, Set<String> schemes) {
    try {
      URI uri = new URI(text).parseServerAuthority();
      boolean good =
          uri.getScheme() != null
              && schemes.contains(uri.getScheme())
              && uri.getHost() != null
              && uri.getPort() != 0
              && uri.getPort() <= 65_535;
      return good ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<ChannelSettings.Email.Smtp> smtp(String text, String from) {
    return uri(text, Set.of("smtp", "smtps"))
        .filter(u -> path(u).isEmpty() && u.getQuery() == null && u.getFragment() == null)
        .flatMap(uri -> {
          boolean tls = uri.getScheme().equals("smtps");
          int usual = tls ? SMTPS_PORT : SMTP_PORT;
          int port = uri.getPort() < 0 ? usual : uri.getPort();
          String host = uri.getHost().replaceAll("[\\[\\]]", "");
          String userInfo = uri.getRawUserInfo();
          if (userInfo == null) {
            return Optional.of(
                new ChannelSettings.Email.Smtp(host, port, tls, Optional.empty(), from));
          }
          return login(userInfo)
              .map(login ->
                  new ChannelSettings.Email.Smtp(host, port, tls, Optional.of(login), from));
        });
  }

  private static Optional<ChannelSettings.Login> login(String userInfo) {
    int colon = userInfo.indexOf(':');
    if (colon < 1 || colon == userInfo.length() - 1) {
      return Optional.empty();
    }
    String user = decoded(userInfo.substring(0, colon));
    String password = decoded(userInfo.substring(colon + 1));
    return Optional.of(new ChannelSettings.Login(user, Secret.of(password)));
  }

  /// In an address a plus is a plus; only in a form is it a space.
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Optional<ServerSettings.Listen> listen(String text) {
    Matcher matcher = HOST_AND_PORT.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(new ServerSettings.Listen(host, Integer.parseInt(matcher.group(3))));
  }

  private static String path(URI uri) {
    return uri.getPath().equals("/") ? "" : uri.getPath();
  }
}
