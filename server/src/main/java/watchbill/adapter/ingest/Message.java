package watchbill.adapter.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.catalog.Integration;
import watchbill.change.ChangeReport;
import watchbill.engine.Command;

/// One message as it came, before anything is made of it.
public final class Message {
  private static final String ENCODING = "encoding";
  private static final String BASE64 = "base64";

  /// What would end a line of the kept head, or what no database keeps.
  private static final Pattern BREAKS = Pattern.compile("\\p{Cntrl}+");

  private final Map<String, String> head;
  private final byte[] body;

  /// A message that just came.
  ///
  /// @param head what came beside the body and its reader asks for, by name
  /// @param body not to be changed any more
  public Message(Map<String, String> head, byte[] body) {
    Map<String, String> clean = new TreeMap<>();
    head.forEach((name, value) ->
        clean.put(name.toLowerCase(Locale.ROOT), BREAKS.matcher(value).replaceAll(" ").strip()));
    clean.remove(ENCODING);
    this.head = Map.copyOf(clean);
    this.body = body;
  }

  /// A message that was kept, as it came then.
  public static Message of(Event event) {
    Map<String, String> head = new TreeMap<>();
    event
        .head()
        .lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0) {
            head.put(line.substring(0, colon), line.substring(colon + 1).strip());
          }
        });
    boolean encoded = BASE64.equals(head.get(ENCODING));
    return new Message(
        head,
        encoded
            ? Base64.getDecoder().decode(event.body())
            : event.body().getBytes(StandardCharsets.UTF_8));
  }

  /// The same message with one more word beside it.
  public Message with(String name, String value) {
    Map<String, String> more = new TreeMap<>(head);
    more.put(name, value);
    return new Message(more, body);
  }

  /// The bytes as they came.
  public byte[] body() {
    return body;
  }

  Map<String, String> head() {
    return head;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(head.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The body as text; empty when it is not UTF-8.
  public Optional<String> text() {
    return Json.text(body);
  }

  /// The command that keeps this message, with what was read from it.
  public Command.Receive receive(
      Integration from, List<AlertReport> reports, List<ChangeReport> changes) {
    Map<String, String> kept = new TreeMap<>(head);
    // PostgreSQL keeps no text that has the character 0 in it.
    Optional<String> text = text().filter(t -> t.indexOf('\0') < 0);
    if (text.isEmpty()) {
      kept.put(ENCODING, BASE64);
    }
    String lines =
        kept.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining("\n"));
    String written = text.orElseGet(() -> Base64.getEncoder().encodeToString(body));
    return new Command.Receive(from, lines, written, reports, changes);
  }
}
