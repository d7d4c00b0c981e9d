package watchbill.adapter.ingest.syslog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.line.Line;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Reads a batch of syslog lines: a text with a line of its own for each.
public final class SyslogDialect implements Dialect {
  /// How many lines one message holds at most.
  public static final int LINES_MAX = 100;

  private final Function<IntegrationId, LineRules> rules;

  public SyslogDialect(Function<IntegrationId, LineRules> rules) {
    this.rules = rules;
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.SYSLOG;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    String text =
        message.text().orElseGet(() -> new String(message.body(), StandardCharsets.ISO_8859_1));
    List<String> lines =
        text.lines()
            .filter(l -> !l.isBlank())
            .limit(LINES_MAX)
            .map(SyslogDialect::withoutControls)
            .toList();
    return Reading.Understood.alerts(judge(lines, from, now).reports());
  }

  LineRules.Judged judge(List<String> lines, Integration from, Instant now) {
    List<Line> read = lines.stream().map(l -> SyslogLine.read(l, now)).toList();
    return rules.apply(from.id()).judge(from.id(), read);
  }

  /// The message to keep. A line break within a line is written as rsyslog does, so that a line of
  /// the message is a line that came.
  static Message message(List<String> lines) {
    return new Message(
        Map.of(), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// The bytes of one line as text on one line: UTF-8, or Latin-1 where they are not.
  static String text(byte[] bytes) {
    String text =
        new Message(Map.of(), bytes)
            .text()
            .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    return withoutControls(text.strip());
  }

  /// As rsyslog writes what can't be seen: not every database keeps all of it.
  private static String withoutControls(String bare) {
    var line = new StringBuilder(bare.length());
    bare.chars()
        .forEach(c -> {
          if (c < ' ' && c != '\t') {
            line.append('#').append(String.format("%03o", c));
          } else {
            line.append((char) c);
          }
        });
    return line.toString();
  }
}
