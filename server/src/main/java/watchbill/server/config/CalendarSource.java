package watchbill.server.config;

import java.nio.file.Path;
import watchbill.kernel.Secret;

/// Where a calendar is read from.
public sealed interface CalendarSource {
  /// An address of the web. It is often a secret by itself: who knows it reads the calendar.
  record Web(Secret address) implements CalendarSource {}

  /// A file of this machine.
  record InFile(Path path) implements CalendarSource {}
}
