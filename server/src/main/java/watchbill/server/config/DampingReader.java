package watchbill.server.config;

import java.util.Optional;
import watchbill.restraint.Damping;
import watchbill.server.config.source.Field;

/// Reads `damping` of an integration or a service.
final class DampingReader {
  private DampingReader() {}

  static Optional<Damping> read(Field field) {
    return field
        .fields("times", "within", "stays")
        .map(damping ->
            new Damping(
                damping.optional("times", RestraintShapes.TIMES).orElse(Damping.DEFAULT.times()),
                damping
                    .optional("within", RestraintShapes.SHORT_LENGTH)
                    .orElse(Damping.DEFAULT.within()),
                damping
                    .optional("stays", RestraintShapes.SHORT_LENGTH)
                    .orElse(Damping.DEFAULT.stays())));
  }
}
