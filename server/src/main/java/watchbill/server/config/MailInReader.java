package watchbill.server.config;

import java.util.Optional;
import watchbill.adapter.ingest.email.MailIn;
import watchbill.server.config.source.Field;

/// Reads `server.mail-in`.
final class MailInReader {
  private static final int SIZE_USUAL = 1024 * 1024;

  private MailInReader() {}

  static Optional<MailIn> read(Field field) {
    return field
        .fields("listen", "domain", "max-size")
        .flatMap(mail -> {
          var listen = mail.required("listen", LineShapes.LISTEN);
          var domain = mail.required("domain", LineShapes.DOMAIN);
          int sizeMax = mail.optional("max-size", LineShapes.SIZE).orElse(SIZE_USUAL);
          return listen.flatMap(l -> domain.map(d -> new MailIn(l, d, sizeMax)));
        });
  }
}
