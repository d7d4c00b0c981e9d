package watchbill.adapter.web.rota;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import watchbill.adapter.web.Names;
import watchbill.rota.Layer;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;

/// How a rota goes round, in one line: `A week each, Mondays 09:00 Madrid · 4 people`.
record Summary(Rota rota) {
  private static final DateTimeFormatter WEEKLY = format("EEEE's' HH:mm");
  private static final DateTimeFormatter TIME = format("HH:mm");

  String inWords() {
    int people = rota.people().size();
    return turns() + " · " + (people == 1 ? "1 person" : people + " people");
  }

  private String turns() {
    List<Layer> layers = rota.layersOf(Role.PRIMARY);
    if (layers.size() != 1) {
      return layers.isEmpty() ? "No layer of primaries" : layers.size() + " layers, " + place();
    }
    Layer layer = layers.getFirst();
    String hours = layer.hours().isEmpty() ? "" : ", in its hours alone";
    return switch (layer.turns()) {
      case Rotation(var every, var anchor, _) -> rotation(every, anchor) + hours;
      case Occurrences _ -> "Separate shifts, " + place() + hours;
      case Fixed _ -> "Always the same" + hours;
    };
  }

  private String rotation(Every every, LocalDateTime anchor) {
    String each = every.count() == 1 ? article(every) : Names.title(every.inWords());
    boolean weeks = every.unit() == Every.Unit.WEEK;
    return each + " each, " + (weeks ? WEEKLY : TIME).format(anchor) + " " + place();
  }

  private static String article(Every every) {
    return (every.unit() == Every.Unit.HOUR ? "An " : "A ") + every.inWords();
  }

  /// `Madrid`, for Europe/Madrid.
  private String place() {
    String id = rota.zone().getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
