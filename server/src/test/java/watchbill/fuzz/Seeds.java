package watchbill.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import watchbill.adapter.ingest.DialectCase;
import watchbill.adapter.ingest.Message;
import watchbill.catalog.IntegrationKind;
import watchbill.law.House;

/// The recorded messages that lie beside the dialects' tests, and what was found before.
final class Seeds {
  private static final int SIZE_MAX = 20_000;
  private static final Path RESOURCES = House.root().resolve("server/src/test/resources");
  private static final Path INGEST = RESOURCES.resolve("watchbill/adapter/ingest");

  private Seeds() {}

  /// The messages of a folder's `.cases` files.
  static Supplier<List<byte[]>> cases(String folder) {
    return () ->
        DialectCase.in(INGEST.resolve(folder)).stream()
            .map(c -> Written.of(head(c.message()), c.message().body()))
            .filter(seed -> seed.length < SIZE_MAX)
            .toList();
  }

  private static Map<String, String> head(Message message) {
    Map<String, String> head = new LinkedHashMap<>();
    var from = FuzzHouse.of(IntegrationKind.JSON);
    message
        .receive(from, List.of(), List.of())
        .head()
        .lines()
        .map(line -> line.split(": ", 2))
        .filter(pair -> pair.length == 2 && !pair[0].equals("encoding"))
        .forEach(pair -> head.put(pair[0], pair[1]));
    return head;
  }

  /// The files of a folder whose names end so, each as one body with this head.
  static List<byte[]> files(String folder, String ending, Map<String, String> head) {
    return inOrder(INGEST.resolve(folder), ending)
        .map(file -> Written.of(head, bytes(file)))
        .toList();
  }

  /// Opsgenie's recordings: the first line of the request, an empty one, the body.
  static List<byte[]> opsgenie() {
    return inOrder(INGEST.resolve("opsgenie"), ".txt")
        .map(file -> {
          String text = new String(bytes(file), StandardCharsets.UTF_8);
          int end = text.indexOf("\n\n");
          return Written.of(
              Map.of("request", text.substring(0, end), "given-alias", "given"),
              text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
        })
        .toList();
  }

  static byte[] wire(String name) {
    return bytes(RESOURCES.resolve("wire").resolve(name));
  }

  static Supplier<List<byte[]>> texts(String... texts) {
    return () -> Stream.of(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /// What a target is tried with in every build: its seeds, nothing at all, and what was found.
  static List<byte[]> all(FuzzTarget target) {
    List<byte[]> all = new ArrayList<>(target.seeds().get());
    all.add(new byte[0]);
    Path found = RESOURCES.resolve("watchbill/fuzz").resolve(target.name());
    if (Files.isDirectory(found)) {
      inOrder(found, "").map(Seeds::bytes).forEach(all::add);
    }
    return all;
  }

  private static Stream<Path> inOrder(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
