package watchbill.adapter.ingest.syslog;

import java.util.List;
import java.util.Optional;
import watchbill.alert.Severity;

/// Facility and severity, which a line begins with as one number in angle brackets.
record Priority(int facility, int severity) {
  /// Of a line that has none, as RFC 3164 wants it: user, notice.
  static final Priority NONE = new Priority(1, 5);

  private static final int MAX = 191;

  private static final List<String> SEVERITIES =
      List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");

  private static final List<String> FACILITIES =
      List.of(
          "kern",
          "user",
          "mail",
          "daemon",
          "auth",
          "syslog",
          "lpr",
          "news",
          "uucp",
          "cron",
          "authpriv",
          "ftp",
          "ntp",
          "audit",
          "console",
          "cron2",
          "local0",
          "local1",
          "local2",
          "local3",
          "local4",
          "local5",
          "local6",
          "local7");

  static Optional<Priority> of(int number) {
    return number > MAX ? Optional.empty() : Optional.of(new Priority(number / 8, number % 8));
  }

  String facilityWord() {
    return FACILITIES.get(facility);
  }

  String severityWord() {
    return SEVERITIES.get(severity);
  }

  /// How bad it is where no rule says so.
  Severity level() {
    return switch (severity) {
      case 0, 1, 2 -> Severity.CRITICAL;
      case 3 -> Severity.ERROR;
      case 4 -> Severity.WARNING;
      default -> Severity.INFO;
    };
  }
}
