package watchbill.rota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Turns;
import watchbill.time.TimeWords;

/// Says in words what an edit changes.
public final class RotaChanges {
  private RotaChanges() {}

  /// One line for each difference; none where the two are equal.
  public static List<String> between(Rota before, Rota after) {
    if (after.isEnded() && !before.isEnded()) {
      return List.of("it is no longer declared");
    }
    List<String> lines = new ArrayList<>();
    say(lines, "zone", before.zone(), after.zone(), Object::toString);
    say(lines, "lieutenant", before.lieutenant(), after.lieutenant(), RotaChanges::lieutenant);
    say(lines, "team", before.team(), after.team(), t -> t.map(TeamId::handle).orElse("none"));
    say(lines, "wake test", before.wakeTest(), after.wakeTest(), RotaChanges::wakeTest);
    say(lines, "on leave", before.onLeave(), after.onLeave(), OnLeave::word);
    layers(lines, before, after);
    return List.copyOf(lines);
  }

  private static void layers(List<String> lines, Rota before, Rota after) {
    Map<String, Layer> old = byName(before);
    Map<String, Layer> now = byName(after);
    old.forEach((name, layer) -> {
      if (!now.containsKey(name)) {
        lines.add("layer " + name + " is gone (" + turns(layer.turns()) + ")");
      }
    });
    now.forEach((name, layer) ->
        Optional.ofNullable(old.get(name))
            .ifPresentOrElse(
                was -> layer(lines, was, layer),
                () -> lines.add("layer " + name + " is new: " + turns(layer.turns()))));
    if (lines.isEmpty() && !before.layers().equals(after.layers())) {
      lines.add("the order of the layers");
    }
  }

  private static void layer(List<String> lines, Layer before, Layer after) {
    String name = "layer " + after.name() + ", ";
    say(lines, name + "role", before.role(), after.role(), Role::word);
    say(lines, name + "priority", before.priority(), after.priority(), Object::toString);
    say(lines, name + "from", before.from(), after.from(), RotaChanges::orNone);
    say(lines, name + "until", before.until(), after.until(), RotaChanges::orNone);
    String was = people(before.turns());
    String is = people(after.turns());
    if (!was.equals(is)) {
      lines.add(name + "people: " + was + " → " + is);
    }
    if (!before.hours().equals(after.hours())) {
      lines.add(name + "hours");
    }
    if (!before.turns().equals(after.turns()) && was.equals(is)) {
      lines.add(name + "turns: " + length(before.turns()) + " → " + length(after.turns()));
    }
  }

  private static <T> void say(
      List<String> lines, String what, T before, T after, Function<T, String> words) {
    if (!before.equals(after)) {
      lines.add(what + ": " + words.apply(before) + " → " + words.apply(after));
    }
  }

  private static Map<String, Layer> byName(Rota rota) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    rota.layers().forEach(layer -> layers.put(layer.name(), layer));
    return layers;
  }

  private static String lieutenant(Lieutenant lieutenant) {
    return switch (lieutenant) {
      case Lieutenant.Next _ -> "whoever is next";
      case Lieutenant.Named(var person) -> person.handle();
      case Lieutenant.OfRota(var rota) -> "primary of rota " + rota;
      case Lieutenant.None _ -> "none";
    };
  }

  private static String wakeTest(Optional<Duration> length) {
    return length.map(TimeWords::of).orElse("none");
  }

  private static String orNone(Optional<?> value) {
    return value.map(Object::toString).orElse("none");
  }

  private static String turns(Turns turns) {
    return people(turns) + "; " + length(turns);
  }

  private static String people(Turns turns) {
    return turns.seats().stream().map(RotaChanges::seat).collect(Collectors.joining(", "));
  }

  private static String seat(Seat seat) {
    return seat.isEmpty()
        ? "an empty seat"
        : seat.people().stream().map(PersonId::handle).collect(Collectors.joining(" with "));
  }

  private static String length(Turns turns) {
    return switch (turns) {
      case Rotation(var every, var anchor, _) -> "each " + every.inWords() + " from " + anchor;
      case Occurrences(var every, _, var anchor, var length, _, _) ->
          TimeWords.of(length) + " every " + every.inWords() + " from " + anchor;
      case Fixed _ -> "always";
    };
  }
}
