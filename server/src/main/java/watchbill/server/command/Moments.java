package watchbill.server.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Reads points in time as they are typed.
final class Moments {
  private Moments() {}

  /// An instant, or a local time by the clock of this machine.
  static Instant read(CommandSpec spec, String option, String typed) {
    try {
      return OffsetDateTime.parse(typed).toInstant();
    } catch (DateTimeException _) {
      return local(spec, option, typed);
    }
  }

  private static Instant local(CommandSpec spec, String option, String typed) {
    try {
      return LocalDateTime.parse(typed).atZone(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException _) {
      throw wrong(
          spec, option, typed, "an instant like 2026-01-05T03:00:00Z, or a local 2026-01-05T04:00");
    }
  }

  static CommandLine.ParameterException wrong(
      CommandSpec spec, String option, String typed, String allowed) {
    return new CommandLine.ParameterException(
        spec.commandLine(), option + ": '" + typed + "' is not accepted; use " + allowed);
  }
}
