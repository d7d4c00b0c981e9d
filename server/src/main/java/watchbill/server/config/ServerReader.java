package watchbill.server.config;

import java.util.List;
import java.util.Optional;
import watchbill.catalog.Keepers;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;

/// Reads `server`.
final class ServerReader {
  private static final int ADMINISTRATORS = 20;

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
                "listen", "url", "data", "store", "keep-messages", "mail-in",
                 "administrators", "service"))
        .map(server ->
            new ServerSettings(
                server.optional("listen", Addresses.LISTEN),
                server.optional("url", Addresses.OWN_URL),
                server.optional("data", Shapes.FOLDER),
                server.optional("store", Addresses.STORE),
                server
                    .optional("keep-messages", Shapes.KEEPING)
                    .orElse(ServerSettings.KEEP_MESSAGES),
                server.field("mail-in").flatMap(MailInReader::read),
                new Keepers(
                    administrators(server),
                    server.field("service").flatMap(services::named).map(ServiceId::new))))
        .orElse(ServerSettings.NONE);
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
