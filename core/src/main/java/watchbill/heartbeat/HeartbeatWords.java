package watchbill.heartbeat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// What people are told of a heartbeat in trouble.
public final class HeartbeatWords {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int BODY_SHOWN = 2_000;
  private static final int LINE_SHOWN = 200;

  private HeartbeatWords() {}

  /// One line: what is wrong, and since when nothing was heard.
  ///
  /// @param before as it was until now
  /// @param kind what is wrong now
  /// @param ping that said so, where one did
  public static String summary(Heartbeat before, Trouble.Kind kind, Optional<Ping> ping) {
    String name = before.id().name();
    return switch (kind) {
      case MISSING ->
          name
              + " is missing: expected by "
              + at(before, before.expectedAt())
              + ", "
              + lastHeard(before);
      case OVERRAN ->
          name
              + " began "
              + at(before, begun(before))
              + " and did not end within "
              + TimeWords.of(before.plan().grace());
      case FAILED -> name + " failed" + ping.map(HeartbeatWords::how).orElse("");
    };
  }

  /// What describes it, by name.
  public static Map<String, String> details(
      Heartbeat before, Trouble trouble, Optional<Ping> ping) {
    Map<String, String> details = new TreeMap<>();
    details.put("Expected", before.plan().schedule().inWords());
    details.put("Grace", TimeWords.of(before.plan().grace()));
    details.put("Last heard", before.heardAt().map(t -> at(before, t)).orElse("never"));
    details.put("Last well", before.goodAt().map(t -> at(before, t)).orElse("never"));
    if (trouble.kind() == Trouble.Kind.MISSING) {
      details.put("Expected by", at(before, before.expectedAt()));
    }
    if (trouble.times() > 1) {
      details.put("In a row", trouble.times() + " times since " + at(before, trouble.since()));
    }
    ping.flatMap(Ping::exitCode).ifPresent(code -> details.put("Exit code", code.toString()));
    ping.map(Ping::body)
        .filter(body -> !body.isBlank())
        .ifPresent(body -> details.put("It said", cut(body.strip(), BODY_SHOWN)));
    if (!before.plan().note().isEmpty()) {
      details.put("Note", before.plan().note());
    }
    if (trouble.kind() != Trouble.Kind.FAILED) {
      before.unheard().ifPresent(deaf -> details.put("Watchbill", notHeard(before, deaf)));
    }
    return details;
  }

  /// The honest half of a miss: it may have spoken to nobody.
  private static String notHeard(Heartbeat of, Span deaf) {
    return "could not hear anything from "
        + at(of, deaf.from())
        + " to "
        + at(of, deaf.until())
        + "; a ping may have been lost then";
  }

  private static String how(Ping ping) {
    String code = ping.exitCode().map(c -> " with exit code " + c).orElse("");
    String line = ping.body().strip().lines().reduce((_, last) -> last).orElse("").strip();
    return line.isEmpty() ? code : code + ": " + cut(line, LINE_SHOWN);
  }

  private static String lastHeard(Heartbeat heartbeat) {
    return heartbeat
        .heardAt()
        .map(t -> "last heard " + at(heartbeat, t))
        .orElseGet(
            () -> "never heard since it was declared " + at(heartbeat, heartbeat.createdAt()));
  }

  private static Instant begun(Heartbeat heartbeat) {
    return heartbeat.runs().isEmpty()
        ? heartbeat.expectedAt()
        : heartbeat.runs().getFirst().startedAt();
  }

  private static String at(Heartbeat heartbeat, Instant at) {
    return TimeWords.dayAndTime(at, zone(heartbeat.plan().schedule()));
  }

  private static ZoneId zone(Schedule schedule) {
    return switch (schedule) {
      case Schedule.Cron(_, var zone) -> zone;
      case Schedule.Every _ -> UTC;
    };
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + "…";
  }
}
