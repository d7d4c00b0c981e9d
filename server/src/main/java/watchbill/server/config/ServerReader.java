package watchbill.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Keepers;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.kernel.Secret;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;

/// Reads `server`.
final class ServerReader {
  private static final int ADMINISTRATORS = 20;
  private static final Duration BEAT_USUAL = Duration.ofMinutes(1);

  private final Handles people;
  private final Handles services;

  ServerReader(Handles people, Handles services) {
    this.people = people;
    this.services = services;
  }

  ServerSettings read(Optional<Field> section) {
    return section
        .flatMap(s ->
            s.fields(
                "listen",
                "url",
                "data",
                "store",
                "keep-messages",
                "mail-in",
                "administrators",
                "service",
                "watched-by",
                "degraded-paging",
                "watches"))
        .map(server -> {
          Optional<ServiceId> own =
              server.field("service").flatMap(services::named).map(ServiceId::new);
          return new ServerSettings(
              server.optional("listen", Addresses.LISTEN),
              server.optional("url", Addresses.OWN_URL),
              server.optional("data", Shapes.FOLDER),
              server.optional("store", Addresses.STORE),
              server.optional("keep-messages", Shapes.KEEPING).orElse(ServerSettings.KEEP_MESSAGES),
              server.field("mail-in").flatMap(MailInReader::read),
              new Keepers(administrators(server), own),
              server.field("watched-by").flatMap(ServerReader::watcher),
              server.optional("degraded-paging", Shapes.ON_OR_OFF).orElse(true),
              server.field("watches").map(new PeerReader(services, own)::read).orElse(List.of()));
        })
        .orElse(ServerSettings.NONE);
  }

  private static Optional<WatcherSettings> watcher(Field field) {
    return field
        .fields("url", "every")
        .flatMap(watcher -> {
          Duration every = watcher.optional("every", Shapes.BEAT_EVERY).orElse(BEAT_USUAL);
          return watcher
              .required("url", Addresses.WATCHER)
              .map(url -> new WatcherSettings(Secret.of(url.toString()), every));
        });
  }

  private List<PersonId> administrators(Fields server) {
    return server
        .field("administrators")
        .map(f -> f.items(1, ADMINISTRATORS, "people"))
        .orElse(List.of())
        .stream()
        .flatMap(item -> people.named(item).stream())
        .map(PersonId::new)
        .distinct()
        .toList();
  }
}
