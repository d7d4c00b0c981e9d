package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.IntegrationId;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// What came of reading a message, as lines for people.
///
/// A line that is not indented says what there is: `firing KEY`, `ended KEY`, `taken KEY`, `change
/// SUMMARY`, `refused CODE FIELD`, `nothing`; and before refusals `unreadable` when nothing of the
/// message can be used. All of these must be as expected. The indented lines below say more
/// (`severity error`, `label a = b`, `words …`); those expected must be among them.
public final class Told {
  /// One line that is not indented, with those below it.
  private record Block(String said, List<String> more) {}

  private final Map<AlertKey, String> names = new HashMap<>();

  private Told() {}

  /// Fails when what was read is not what was expected.
  static void check(DialectCase of, Reading reading, IntegrationId from) {
    var told = new Told();
    for (String line : of.told()) {
      String[] words = line.split(" ", 2);
      if (words.length == 2 && List.of("firing", "ended", "taken").contains(words[0])) {
        told.names.put(AlertKey.of(from, words[1]), words[1]);
      }
    }
    List<Block> expected = blocks(of.told());
    List<Block> read = blocks(told.lines(reading));
    assertThat(read).extracting(Block::said).isEqualTo(expected.stream().map(Block::said).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(read.get(i).more()).as(read.get(i).said()).containsAll(expected.get(i).more());
    }
  }

  private static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("  ")) {
        blocks.getLast().more().add(line.strip());
      } else {
        blocks.add(new Block(line.strip(), new ArrayList<>()));
      }
    }
    return blocks;
  }

  private List<String> lines(Reading reading) {
    return switch (reading) {
      case Reading.Refused(var wrong) ->
          Stream.concat(Stream.of("unreadable"), wrong.stream().flatMap(Told::of)).toList();
      case Reading.Understood(var reports, var changes, var wrong) -> {
        List<String> lines = new ArrayList<>();
        reports.forEach(report -> lines.addAll(of(report)));
        changes.forEach(change -> lines.addAll(of(change)));
        wrong.forEach(refusal -> of(refusal).forEach(lines::add));
        yield lines.isEmpty() ? List.of("nothing") : lines;
      }
    };
  }

  private List<String> of(AlertReport report) {
    return switch (report) {
      case AlertReport.Ended(var key, _) -> List.of("ended " + name(key));
      case AlertReport.TakenCharge(var key) -> List.of("taken " + name(key));
      case AlertReport.Firing firing -> {
        assertThat(names.getOrDefault(firing.key(), firing.deduplicationKey()))
            .as("the key is made from the deduplication key")
            .isEqualTo(firing.deduplicationKey());
        List<String> lines = new ArrayList<>();
        lines.add("firing " + firing.deduplicationKey());
        lines.addAll(of(firing.condition()));
        lines.add("  since " + firing.startsAt());
        lines.add("  until " + firing.leaseUntil().map(Object::toString).orElse("told"));
        yield lines;
      }
    };
  }

  private static List<String> of(Condition condition) {
    List<String> lines = new ArrayList<>();
    lines.add("  severity " + condition.severity().word());
    lines.add("  summary " + condition.summary());
    lines.add("  source " + condition.source());
    condition.labels().forEach((name, value) -> lines.add(pair("label", name, value)));
    condition.details().forEach((name, value) -> lines.add(pair("detail", name, value)));
    return lines;
  }

  private static List<String> of(ChangeReport change) {
    List<String> lines = new ArrayList<>();
    lines.add("change " + change.summary());
    lines.add("  source " + change.source());
    lines.add("  at " + change.at());
    change.details().forEach((name, value) -> lines.add(pair("detail", name, value)));
    return lines;
  }

  private static Stream<String> of(Refusal refusal) {
    return Stream.of(
        "refused " + refusal.code() + " " + refusal.field(), "  words " + refusal.inWords());
  }

  private static String pair(String what, String name, String value) {
    return "  " + what + " " + name + " = " + value.replace("\n", "\\n").replace("\r", "\\r");
  }

  private String name(AlertKey key) {
    return names.getOrDefault(key, key.toString());
  }
}
