package watchbill.adapter.web.heartbeat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import watchbill.adapter.web.Mark;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Ping;
import watchbill.heartbeat.Standing;

/// How heartbeats and pings look: shape, word and colour.
final class HeartbeatMarks {
  private static final String OK = "ok";
  private static final String WRONG = "firing";
  private static final String SOON = "acked";
  private static final String NO_DATA = "nodata";
  private static final String OFF = "silenced";

  /// Of an integration that may be silent for as long as it likes.
  static final Mark NOT_EXPECTED = new Mark(OFF, "Not expected");

  private HeartbeatMarks() {}

  static Mark of(Standing standing) {
    return switch (standing) {
      case NEVER_SEEN -> new Mark(NO_DATA, "Never seen");
      case ON_TIME -> new Mark(OK, "On time");
      case RUNNING -> new Mark(OK, "Running");
      case LATE -> new Mark(SOON, "Late");
      case MISSING -> new Mark(WRONG, "Missing");
      case FAILED -> new Mark(WRONG, "Failed");
      case OVERRAN -> new Mark(WRONG, "Did not end");
      case PAUSED -> new Mark(OFF, "Paused");
      case RETIRED -> new Mark(OFF, "Retired");
    };
  }

  /// Never red: what was heard is history. Whether somebody must act is said once, above it.
  static Mark of(Ping ping) {
    return switch (ping.kind()) {
      case SUCCESS -> new Mark(OK, "Success");
      case START -> new Mark(OFF, "Start");
      case FAIL -> new Mark(SOON, "Failed");
      case LOG -> new Mark(OFF, "Log");
    };
  }

  /// The last pings as shapes, the oldest first.
  static List<Mark> strip(List<KeptPing> newestFirst) {
    return newestFirst.reversed().stream().map(kept -> of(kept.ping())).toList();
  }

  /// Whether it is in trouble, so that somebody must act.
  static boolean isWrong(Heartbeat heartbeat) {
    return heartbeat.trouble().isPresent() && !heartbeat.isRetired();
  }

  static String address(HeartbeatId id) {
    return "/heartbeats/"
        + URLEncoder.encode(id.value(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
