package watchbill.server.killed;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import watchbill.server.several.Phones.Ring;

/// One time that a scenario is played: its people, what was answered, and what was found wrong.
final class Round {
  private final int number;
  private final Lane lane;
  private final String killedAt;
  private final Queue<String> answered = new ConcurrentLinkedQueue<>();
  private final List<String> wrong = new ArrayList<>();
  private long acknowledgedAt;
  private long overAt;
  private int deaths;

  /// One that has not begun.
  ///
  /// @param killedAt in words
  Round(int number, Lane lane, String killedAt) {
    this.number = number;
    this.lane = lane;
    this.killedAt = killedAt;
  }

  int number() {
    return number;
  }

  Lane lane() {
    return lane;
  }

  Victim node() {
    return lane.node();
  }

  /// How every alert and page of this round is named.
  String title() {
    return "round" + Household.of(number);
  }

  String person(String name) {
    return name + Household.of(number);
  }

  /// Reports an alert, and keeps its key when it is answered with success.
  boolean report(String suffix) {
    String key = title() + suffix;
    boolean taken = node().report(Household.keyOf(number), key);
    if (taken) {
      answered.add(key);
    }
    return taken;
  }

  List<String> answered() {
    return List.copyOf(answered);
  }

  /// What the phones of this round were given.
  List<Ring> rings() {
    return lane.phones().rings().stream()
        .filter(r -> r.phone().endsWith(Household.of(number)))
        .toList();
  }

  List<Ring> rings(String name) {
    return rings().stream().filter(r -> r.phone().equals(person(name))).toList();
  }

  boolean wasTold(String name) {
    return !rings(name).isEmpty();
  }

  void died() {
    deaths++;
  }

  int deaths() {
    return deaths;
  }

  void wrong(String what) {
    wrong.add(killedAt + ": " + what);
  }

  List<String> wrongs() {
    return List.copyOf(wrong);
  }

  /// An acknowledgement was answered with success at this instant.
  void acknowledged() {
    acknowledgedAt = System.nanoTime();
  }

  boolean isAcknowledged() {
    return acknowledgedAt != 0;
  }

  /// The page was closed, and that was answered with success.
  void over() {
    overAt = System.nanoTime();
  }

  /// From when on nobody may be told; 0 when that has not come.
  long silentFrom() {
    return acknowledgedAt != 0 ? acknowledgedAt : overAt;
  }
}
