package watchbill.adapter.calendar.ical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The zones a file names: those everybody knows first, then Windows' names, then what the file
/// itself says of them. Ours are newer than what an old export carries along.
final class Zones {
  private static final Map<String, String> WINDOWS = windows();

  private final ZoneRules readers;
  private final List<Component> defined;
  private final DefinedZones definitions;
  private final Map<String, ZoneRules> known = new HashMap<>();

  Zones(ZoneId reader, List<Component> defined, DefinedZones definitions) {
    this.readers = reader.getRules();
    this.defined = defined;
    this.definitions = definitions;
  }

  /// The zone of whoever reads the file: days are theirs, and times that name no zone.
  ZoneRules readers() {
    return readers;
  }

  ZoneRules named(String name) throws Unreadable {
    if (name.isEmpty()) {
      return readers;
    }
    ZoneRules rules = known.get(name);
    if (rules == null) {
      rules = find(name);
      known.put(name, rules);
    }
    return rules;
  }

  private ZoneRules find(String name) throws Unreadable {
    Optional<ZoneRules> ours = everybodys(name);
    if (ours.isPresent()) {
      return ours.get();
    }
    for (Component zone : defined) {
      if (zone.one("TZID").filter(p -> p.value().strip().equals(name)).isPresent()) {
        return definitions.rules(zone);
      }
    }
    throw new Unreadable(
        "zone", "TZID", name, "a zone like Europe/Madrid, or one that the file defines");
  }

  /// Some programs write a path that ends in the name: `/mozilla.org/20071231_1/Europe/Madrid`.
  private static Optional<ZoneRules> everybodys(String name) {
    String windows = WINDOWS.get(name);
    if (windows != null) {
      return rules(windows);
    }
    if (!name.startsWith("/")) {
      return rules(name);
    }
    String[] parts = name.split("/", -1);
    for (int length = 3; length >= 1; length--) {
      if (parts.length > length) {
        int from = parts.length - length;
        List<String> last = List.of(parts).subList(from, parts.length);
        Optional<ZoneRules> found = rules(String.join("/", last));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ZoneRules> rules(String id) {
    try {
      return Optional.of(ZoneId.of(id).getRules());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Map<String, String> windows() {
    Map<String, String> zones = new TreeMap<>();
    try (InputStream file = Zones.class.getResourceAsStream("windows-zones.txt")) {
      if (file == null) {
        throw new IllegalStateException("windows-zones.txt is not in the jar");
      }
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(" = "))
          .map(line -> line.split(" = ", 2))
          .forEach(pair -> zones.put(pair[0].strip(), pair[1].strip()));
      return zones;
    } catch (IOException e) {
      throw new UncheckedIOException("windows-zones.txt", e);
    }
  }
}
