package watchbill.server.neutral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes cases of everything the vocabulary has, around a date. All times are quarters of an hour.
final class RandomCases {
  private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private final Random random;
  private final LocalDate around;

  RandomCases(Random random, LocalDate around) {
    this.random = random;
    this.around = around;
  }

  ObjectNode next(String zone) {
    ObjectNode neutral = Batch.JSON.createObjectNode().put("time_zone", zone);
    ArrayNode layers = neutral.putArray("layers");
    IntStream.rangeClosed(0, random.nextInt(3)).forEach(_ -> layer(layers.addObject()));
    ArrayNode overrides = neutral.putArray("overrides");
    IntStream.range(0, random.nextInt(4)).forEach(_ -> override(overrides.addObject()));
    return neutral;
  }

  private void layer(ObjectNode layer) {
    switch (random.nextInt(5)) {
      case 0 -> people(layer.putArray("fixed"));
      case 1, 2 -> rotation(layer.putObject("rotation"));
      default -> occurrences(layer.putObject("occurrences"));
    }
    if (random.nextBoolean()) {
      layer.put("priority", random.nextInt(3));
    }
    if (random.nextInt(4) == 0) {
      layer.put("from", instant(-4 * 96, 2 * 96));
      layer.put("until", instant(2 * 96, 6 * 96));
    }
    if (random.nextBoolean()) {
      ArrayNode windows = layer.putArray("restrict");
      IntStream.rangeClosed(0, random.nextInt(3)).forEach(_ -> window(windows.addObject()));
    }
  }

  private void rotation(ObjectNode rotation) {
    String unit = pick("hour", "day", "week", "month");
    rotation.put("unit", unit);
    rotation.put("every", 1 + random.nextInt(unit.equals("hour") ? 50 : 4));
    rotation.put("anchor", anchor(unit));
    groups(rotation.putArray("participants"));
  }

  private void occurrences(ObjectNode shifts) {
    String unit = pick("hour", "day", "day", "week", "week", "month");
    shifts.put("unit", unit);
    shifts.put("interval", 1 + random.nextInt(unit.equals("hour") ? 50 : 3));
    shifts.put("anchor", anchor(unit));
    shifts.put("duration", pick("PT1H30M", "PT8H", "PT12H", "P1D", "PT24H", "PT36H", "P2DT1H"));
    shifts.put("hold", 1 + random.nextInt(3));
    if (unit.equals("hour") || random.nextInt(3) == 0) {
      shifts.putNull("by_day");
    } else {
      weekdays(shifts.putArray("by_day"));
    }
    groups(shifts.putArray("participants"));
  }

  private void window(ObjectNode window) {
    switch (random.nextInt(4)) {
      case 0 -> window.putNull("days");
      case 1 -> weekdays(window.putArray("days"));
      case 2 -> {
        ArrayNode days = window.putArray("month_days");
        IntStream.rangeClosed(0, 8).map(_ -> 1 + random.nextInt(31)).forEach(days::add);
      }
      default -> window.put("date", around.plusDays(random.nextInt(9) - 4).toString());
    }
    window.put("start", time());
    window.put("end", random.nextInt(5) == 0 ? window.path("start").asString() : time());
  }

  private void override(ObjectNode override) {
    String type = pick("replace", "remove", "add", "swap", "takeover", "fixed_period");
    override.put("type", type);
    override.put("from", instant(-4 * 96, 0));
    override.put("until", instant(1, 5 * 96));
    switch (type) {
      case "add" -> override.put("in", person());
      case "remove" -> override.put("out", person());
      case "takeover" -> {
        people(override.putArray("people"));
        override.put("priority", random.nextInt(3));
      }
      case "fixed_period" -> {
        ArrayNode stints = override.putArray("shifts");
        for (int i = 0; i < 2; i++) {
          ObjectNode stint = stints.addObject();
          people(stint.putArray("people"));
          stint.put("from", instant(-4 * 96, 0)).put("until", instant(1, 4 * 96));
        }
      }
      default -> {
        override.put("out", person()).put("in", person());
        if (type.equals("swap")) {
          override.put("taken", random.nextBoolean());
        }
      }
    }
  }

  private void groups(ArrayNode groups) {
    IntStream.rangeClosed(0, random.nextInt(4)).forEach(_ -> people(groups.addArray()));
  }

  /// Rarely nobody.
  private void people(ArrayNode people) {
    random
        .ints(random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2), 'A', 'H')
        .distinct()
        .forEach(c -> people.add(Character.toString(c)));
  }

  private void weekdays(ArrayNode days) {
    random.ints(1 + random.nextInt(5), 0, 7).distinct().forEach(i -> days.add(WEEKDAYS.get(i)));
  }

  private String person() {
    return Character.toString('A' + random.nextInt(7));
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  /// Half of them in the small hours, when clocks are changed.
  private String time() {
    int quarter = random.nextBoolean() ? random.nextInt(16) : random.nextInt(96);
    return "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15);
  }

  private String anchor(String unit) {
    int days = unit.equals("hour") ? 12 : unit.equals("month") ? 200 : 60;
    LocalDate day = around.minusDays(random.nextInt(days) - 2L);
    return LocalDateTime.parse(day + "T" + time()).toString();
  }

  /// An instant that many quarters of an hour around the date's noon.
  private String instant(int from, int until) {
    long quarters = random.nextInt(from, until);
    return Instant.parse(around + "T12:00:00Z").plus(Duration.ofMinutes(15 * quarters)).toString();
  }
}
