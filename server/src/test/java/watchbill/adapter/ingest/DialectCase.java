package watchbill.adapter.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One message of a `.cases` file, and what must be read from it.
///
/// In the file a case begins with `=== its name`; then come lines `> header: value`, then the body;
/// after a line `---` come the lines that must be told of it, as [Told] writes them. `{{ab*3}}` in
/// a body stands for `ababab`. The last line break before `---` is not part of the body.
public record DialectCase(String name, Message message, List<String> told) {
  private static final Pattern REPEATED = Pattern.compile("\\{\\{(.+?)\\*(\\d+)}}");
  private static final Pattern START = Pattern.compile("(?m)^=== ");

  /// Every case of every file in this folder, by the names of the files.
  public static List<DialectCase> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".cases"))
          .sorted()
          .flatMap(file -> of(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DialectCase> of(Path file) {
    try {
      return START
          .splitAsStream(Files.readString(file))
          .skip(1)
          .map(text -> parsed(file.getFileName().toString(), text))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DialectCase parsed(String file, String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String name = file + ": " + lines.removeFirst();
    int end = lines.indexOf("---");
    if (end < 0) {
      throw new AssertionError(name + " has no line ---");
    }
    Map<String, String> head = new TreeMap<>();
    List<String> body = new ArrayList<>();
    for (String line : lines.subList(0, end)) {
      if (body.isEmpty() && line.startsWith("> ")) {
        int colon = line.indexOf(':');
        head.put(line.substring(2, colon), line.substring(colon + 1).strip());
      } else {
        body.add(line);
      }
    }
    String written =
        REPEATED
            .matcher(String.join("\n", body))
            .replaceAll(m -> m.group(1).repeat(Integer.parseInt(m.group(2))));
    List<String> told =
        lines.subList(end + 1, lines.size()).stream().filter(line -> !line.isBlank()).toList();
    return new DialectCase(name, new Message(head, written.getBytes(StandardCharsets.UTF_8)), told);
  }

  @Override
  public String toString() {
    return name;
  }
}
