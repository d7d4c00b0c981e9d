package watchbill.adapter.store.postgres;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import watchbill.kernel.Secret;

/// Where the database is, and who we are there.
///
/// @param hosts in the order in which they are tried; the one that may be written is used
/// @param encryption how the connection is protected, in PostgreSQL's words; empty to encrypt where
///   the database can
/// @param authority the certificates that the database's own is checked against
public record PostgresAddress(
    List<Host> hosts,
    String database,
    String user,
    Optional<Secret> password,
    Optional<String> encryption,
    Optional<Path> authority) {
  /// How an address is written.
  public static final String FORM = "postgres://user:password@host:port/database";

  private static final int USUAL_PORT = 5_432;
  private static final int PORT_MAX = 65_535;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "postgres(?:ql)?://(?<user>[^:@/?#\\s]+)(?::(?<password>[^@/?#\\s]+))?"
              + "@(?<hosts>[^/?#@\\s]+)/(?<database>[^/?#\\s]+)(?:\\?(?<options>[^#\\s]*))?");

  private static final Pattern HOST =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9_.-]{1,253}))(?::([0-9]{1,5}))?");

  private static final Pattern OPTIONS =
      Pattern.compile(
          "(?:sslmode=(?<mode>disable|allow|prefer|require|verify-ca|verify-full))?"
              + "(?:&?sslrootcert=(?<authority>[^&]+))?");

  public PostgresAddress {
    hosts = List.copyOf(hosts);
  }

  /// One machine of the database.
  public record Host(String name, int port) {
    @Override
    public String toString() {
      return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
  }

  /// Reads what was written; empty when it is no such address.
  public static Optional<PostgresAddress> parse(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      return Optional.empty();
    }
    Matcher options = OPTIONS.matcher(orNothing(address.group("options")));
    List<Host> hosts = hosts(address.group("hosts"));
    if (!options.matches() || hosts.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PostgresAddress(
              hosts,
              decoded(address.group("database")),
              decoded(address.group("user")),
              Optional.ofNullable(address.group("password")).map(p -> Secret.of(decoded(p))),
              Optional.ofNullable(options.group("mode")),
              Optional.ofNullable(options.group("authority")).map(p -> Path.of(decoded(p)))));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // A percent sign that is followed by no number.
    }
  }

  /// Another database of the same server.
  PostgresAddress withDatabase(String name) {
    return new PostgresAddress(hosts, name, user, password, encryption, authority);
  }

  /// As [#parse] reads it, with the password in it.
  public Secret written() {
    String login = encoded(user) + password.map(p -> ":" + encoded(p.reveal())).orElse("");
    List<String> options = new ArrayList<>();
    encryption.ifPresent(mode -> options.add("sslmode=" + mode));
    authority.ifPresent(path -> options.add("sslrootcert=" + encoded(path.toString())));
    return Secret.of(
        "postgres://"
            + login
            + "@"
            + String.join(",", hosts.stream().map(Host::toString).toList())
            + "/"
            + encoded(database)
            + (options.isEmpty() ? "" : "?" + String.join("&", options)));
  }

  /// For people: the password is left out.
  @Override
  public String toString() {
    List<String> names = hosts.stream().map(Host::toString).toList();
    return "postgres://" + user + "@" + String.join(",", names) + "/" + database;
  }

  /// All of them, or none when one is wrong.
  private static List<Host> hosts(String text) {
    List<Host> hosts = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      Matcher host = HOST.matcher(one);
      if (!host.matches()) {
        return List.of();
      }
      int port = host.group(3) == null ? USUAL_PORT : Integer.parseInt(host.group(3));
      if (port < 1 || port > PORT_MAX) {
        return List.of();
      }
      hosts.add(new Host(host.group(1) == null ? host.group(2) : host.group(1), port));
    }
    return List.copyOf(hosts);
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// In an address a plus is a plus; only in a form is it a space.
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
