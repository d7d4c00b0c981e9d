package watchbill.adapter.ingest.syslog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.Words;
import watchbill.adapter.ingest.line.Line;

/// Takes one line apart, whichever form it has.
final class SyslogLine {
  /// A clock further off than this is not believed.
  private static final Duration CLOCK_MAY_DIFFER = Duration.ofDays(1);

  private static final int LABEL_MAX = 255;
  private static final int FIELDS_MAX = 32;
  private static final String NIL = "-";

  /// Structured data about the message itself, as registered for RFC 5424.
  private static final Set<String> DESCRIBING = Set.of("timeQuality", "origin", "meta");

  private final String line;
  private final Words words = Words.ofAnything();
  private final Pairs.Builder labels = new Pairs.Builder();
  private final Map<String, String> fields = new HashMap<>();
  private final Details details = new Details(words);
  private int at;
  private Priority priority = Priority.NONE;
  private String host = "";
  private String app = "";
  private Optional<Instant> said = Optional.empty();

  private SyslogLine(String line) {
    this.line = line;
  }

  /// Never fails: what can't be taken apart is text.
  static Line read(String line, Instant now) {
    return new SyslogLine(line).read(now);
  }

  private Line read(Instant now) {
    boolean given = priority();
    if (given && line.startsWith("1 ", at)) {
      at += 2;
      newForm();
    } else {
      oldForm();
    }
    String text = words.clean(line.substring(at)).strip();
    label("host", host);
    label("app", app);
    label("severity", priority.severityWord());
    label("facility", priority.facilityWord());
    Pairs identifying = labels.take();
    details.add("line", line);
    return new Line(
        text,
        text.isEmpty() ? line : text,
        priority.level(),
        host,
        new Line.Sameness.BySummary((host + " " + app).strip()),
        said.filter(t -> Duration.between(t, now).abs().compareTo(CLOCK_MAY_DIFFER) < 0)
            .orElse(now),
        Map.copyOf(fields),
        identifying,
        details.take());
  }

  /// `<34>`.
  private boolean priority() {
    int end = line.startsWith("<") ? line.indexOf('>') : -1;
    if (end < 2 || end > 4 || !line.substring(1, end).chars().allMatch(SyslogLine::isDigit)) {
      return false;
    }
    Optional<Priority> read = Priority.of(Integer.parseInt(line.substring(1, end)));
    priority = read.orElse(Priority.NONE);
    at = end + 1;
    return true;
  }

  /// RFC 5424: `1 2025-01-06T03:00:00Z host app 123 ID [id name="value"] text`.
  private void newForm() {
    said = Times.parse(word());
    host = orEmpty(word());
    app = orEmpty(word());
    detail("process", orEmpty(word()));
    label("msgid", orEmpty(word()));
    if (line.startsWith(NIL, at)) {
      at++;
    } else {
      structure();
    }
    skip(' ');
    skip('\uFEFF');
  }

  /// `[id name="value" name="value"][id …]`.
  private void structure() {
    while (at < line.length() && line.charAt(at) == '[') {
      at++;
      String id = until(" ]");
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
        String name = until("= ]");
        if (!line.startsWith("=\"", at)) {
          continue;
        }
        at += 2;
        structured(id, name, quoted());
      }
      skip(']');
    }
  }

  private void structured(String id, String name, String value) {
    if (DESCRIBING.contains(id)) {
      detail(id + "." + name, value);
    } else {
      label(id + "." + name, value);
    }
  }

  private String quoted() {
    var value = new StringBuilder();
    while (at < line.length() && line.charAt(at) != '"') {
      boolean escaped = line.charAt(at) == '\\' && at + 1 < line.length();
      boolean plain = escaped && "\"\\]".indexOf(line.charAt(at + 1)) >= 0;
      at += plain ? 1 : 0;
      value.append(line.charAt(at++));
    }
    at = Math.min(at + 1, line.length());
    return value.toString();
  }

  /// RFC 3164, as it is written: a time in either form or none, a host or none, a tag or none.
  private void oldForm() {
    boolean timed = oldTime() || newTime();
    if (timed && !isTag(peekWord())) {
      host = word();
    }
    String tag = peekWord();
    if (isTag(tag)) {
      tag(tag);
    }
  }

  /// `Jan 6 03:00:00 `, which says neither the year nor the zone, so it is not believed.
  private boolean oldTime() {
    boolean fits =
        line.length() >= at + 16
            && "JanFebMarAprMayJunJulAugSepOctNovDec".contains(line.substring(at, at + 3))
            && line.charAt(at + 3) == ' '
            && line.charAt(at + 9) == ':'
            && line.charAt(at + 12) == ':'
            && line.charAt(at + 15) == ' ';
    at += fits ? 16 : 0;
    return fits;
  }

  private boolean newTime() {
    String word = peekWord();
    if (word.length() < 19 || word.charAt(4) != '-') {
      return false;
    }
    said = Times.parse(word);
    if (said.isPresent()) {
      word();
    }
    return said.isPresent();
  }

  /// `cron[123]:` or `kernel:`.
  private static boolean isTag(String word) {
    return word.length() > 1 && word.length() <= 64 && word.endsWith(":");
  }

  private void tag(String tag) {
    at += tag.length();
    skip(' ');
    String name = tag.substring(0, tag.length() - 1);
    int open = name.indexOf('[');
    app = open < 0 ? name : name.substring(0, open);
    if (open >= 0) {
      detail("process", name.substring(open + 1).replace("]", ""));
    }
  }

  /// It describes, but differs from line to line: a number of a process or of a message.
  private void detail(String name, String value) {
    if (!value.isEmpty() && fields.size() < FIELDS_MAX) {
      fields.putIfAbsent(name, Words.cut(value, LABEL_MAX));
      details.add(name, value);
    }
  }

  private void label(String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    String shortName = Words.cut(words.oneLine(name), LABEL_MAX);
    String shortValue = Words.cut(words.oneLine(value), LABEL_MAX);
    if (labels.size() < FIELDS_MAX) {
      labels.add(shortName, shortValue);
    } else {
      details.add(name, value);
    }
  }

  private String word() {
    String word = peekWord();
    at += word.length();
    skip(' ');
    return word;
  }

  private String peekWord() {
    int end = line.indexOf(' ', at);
    return line.substring(at, end < 0 ? line.length() : end);
  }

  private String until(String ends) {
    int from = at;
    while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
      at++;
    }
    return line.substring(from, at);
  }

  private void skip(char c) {
    if (at < line.length() && line.charAt(at) == c) {
      at++;
    }
  }

  private static String orEmpty(String word) {
    return word.equals(NIL) ? "" : word;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
