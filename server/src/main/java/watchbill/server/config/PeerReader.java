package watchbill.server.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.ServiceId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Schedule;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;

/// Reads `server.watches`: other installs, with which beats are exchanged.
final class PeerReader {
  static final Shape<String> KEY =
      Shapes.matching(
              "a public key as `watchbill audit key` prints it there",
              "MCowBQYDK2VwAyEA[A-Za-z0-9_-]{43}")
          .hint("it is no secret; each node of the other install has one");
  static final Shape<Duration> EVERY =
      Shape.of(
              "1m to 1h, like 5m",
              text -> Shapes.span(text, Schedule.Every.MIN, Duration.ofHours(1)))
          .hint("a whole number and a unit: m or h; the same on both sides");
  static final Shape<Duration> GRACE =
      Shape.of(
              "10s to 31d, like 1m",
              text -> Shapes.span(text, Duration.ofSeconds(10), HeartbeatPlan.GRACE_MAX))
          .hint("a whole number and a unit: s, m, h or d");

  private static final Shape<URI> URL =
      Addresses.OWN_URL.hint("where the other install is reached from here");
  private static final int PEERS_MAX = 20;
  private static final int KEYS_MAX = 5;
  private static final Duration EVERY_USUAL = Duration.ofMinutes(1);
  private static final Duration GRACE_USUAL = Duration.ofMinutes(2);

  private final Handles services;
  private final Optional<ServiceId> own;

  /// Of an install whose own troubles are alerts of `own`.
  PeerReader(Handles services, Optional<ServiceId> own) {
    this.services = services;
    this.own = own;
  }

  List<PeerSettings> read(Field watches) {
    List<PeerSettings> peers = new ArrayList<>();
    for (Field.Named named : watches.named(PEERS_MAX, "installs")) {
      if (Shapes.HANDLE.parse().apply(named.key()).isEmpty()) {
        named.refuse(
            Mistake.Kind.VALUE, "this key is not accepted; use " + Shapes.HANDLE.allowed(), "");
      } else {
        named
            .field()
            .fields("url", "keys", "service", "every", "grace")
            .flatMap(peer -> read(named.key(), peer))
            .ifPresent(peers::add);
      }
    }
    return peers;
  }

  private Optional<PeerSettings> read(String name, Fields peer) {
    Optional<URI> url = peer.optional("url", URL);
    List<String> keys =
        peer.field("keys").map(field -> field.items(1, KEYS_MAX, "keys")).orElse(List.of()).stream()
            .flatMap(item -> item.as(KEY).stream())
            .distinct()
            .toList();
    Duration every = peer.optional("every", EVERY).orElse(EVERY_USUAL);
    Duration grace = peer.optional("grace", GRACE).orElse(GRACE_USUAL);
    if (!peer.has("url") && !peer.has("keys")) {
      peer.refuseMissing(
          "keys",
          "is missing, and so is url; use a list of 1 to 5 keys",
          "keys says whose beats are expected, url where ours are sent");
    }
    Optional<ServiceId> service = service(peer);
    return service.map(of -> new PeerSettings(name, url, keys, of, every, grace));
  }

  private Optional<ServiceId> service(Fields peer) {
    if (peer.has("service")) {
      return peer.field("service").flatMap(services::named).map(ServiceId::new);
    }
    if (own.isEmpty()) {
      peer.refuseMissing(
          "service",
          "is missing, and so is server.service; use the handle of a service",
          "its policy says who is woken when the other install is silent");
    }
    return own;
  }
}
