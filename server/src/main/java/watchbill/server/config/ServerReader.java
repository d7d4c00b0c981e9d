package watchbill.server.config;

import java.util.Optional;
import watchbill.server.config.source.Field;

/// Reads `server`.
final class ServerReader {
  private ServerReader() {}

  static ServerSettings read(Optional<Field> section) {
    return section
        .flatMap(s -> s.fields("listen", "url", "data", "store", "keep-messages", "mail-in"))
        .map(server ->
            new ServerSettings(
                server.optional("listen", Addresses.LISTEN),
                server.optional("url", Addresses.OWN_URL),
                server.optional("data", Shapes.FOLDER),
                server.optional("store", Addresses.STORE),
                server
                    .optional("keep-messages", Shapes.KEEPING)
                    .orElse(ServerSettings.KEEP_MESSAGES),
                server.field("mail-in").flatMap(MailInReader::read)))
        .orElse(ServerSettings.NONE);
  }
}
