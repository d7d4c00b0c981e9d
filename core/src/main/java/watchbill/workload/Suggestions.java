package watchbill.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watchbill.catalog.PersonId;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Proposes who takes which of the next turns: whoever's last duty is longest ago, never while they
/// are away, and nobody twice in a row where that can be avoided.
public final class Suggestions {
  /// Weighs more than any number of turns in a row: a turn with nobody in it wakes nobody.
  private static final long NOBODY = 1_000_000;

  private final List<Span> slots;
  private final List<Candidate> candidates;

  /// By slot and by who had the slot before, the price of the best way to fill it and all after it;
  /// the last column is for nobody.
  private final long[][] prices;

  private Suggestions(List<Span> slots, List<Candidate> candidates) {
    this.slots = slots;
    this.candidates = candidates;
    this.prices = new long[slots.size() + 1][candidates.size() + 1];
  }

  /// Somebody who may take turns.
  ///
  /// @param lastDuty when their last duty ended or will end; empty when they had none yet
  /// @param away when they must not be counted on
  /// @param nights how many nights they carried lately; the fewer, the sooner their turn, among
  ///   those who have waited equally long
  public record Candidate(
      PersonId person, Optional<Instant> lastDuty, List<Span> away, int nights) {
    boolean isThere(Span slot) {
      return away.stream().noneMatch(slot::overlaps);
    }
  }

  /// Who is proposed for a slot; empty when nobody can take it.
  ///
  /// @param because in words, with who was passed over and why
  public record Suggested(Span slot, Optional<PersonId> person, String because) {}

  /// One suggestion for each slot.
  ///
  /// @param slots turns one after another, which do not overlap
  public static List<Suggested> suggest(List<Span> slots, List<Candidate> candidates) {
    for (int i = 1; i < slots.size(); i++) {
      if (slots.get(i).from().isBefore(slots.get(i - 1).until())) {
        throw new IllegalArgumentException("slots come one after another: " + slots.get(i));
      }
    }
    List<Candidate> byHandle =
        candidates.stream().sorted(Comparator.comparing(c -> c.person().handle())).toList();
    return new Suggestions(List.copyOf(slots), byHandle).suggest();
  }

  private List<Suggested> suggest() {
    for (int slot = slots.size() - 1; slot >= 0; slot--) {
      for (int before = 0; before <= candidates.size(); before++) {
        prices[slot][before] = cheapest(slot, before);
      }
    }
    Map<PersonId, Instant> lastDuty = new HashMap<>();
    candidates.forEach(c -> c.lastDuty().ifPresent(at -> lastDuty.put(c.person(), at)));
    List<Suggested> suggested = new ArrayList<>();
    int before = candidates.size();
    for (int slot = 0; slot < slots.size(); slot++) {
      List<Integer> queue = queue(lastDuty);
      int chosen = choose(slot, before, queue);
      suggested.add(suggested(slot, before, chosen, queue, lastDuty));
      if (chosen < candidates.size()) {
        lastDuty.put(candidates.get(chosen).person(), slots.get(slot).until());
      }
      before = chosen;
    }
    return suggested;
  }

  private long cheapest(int slot, int before) {
    long best = price(slot, before, candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).isThere(slots.get(slot))) {
        best = Math.min(best, price(slot, before, i));
      }
    }
    return best;
  }

  private long price(int slot, int before, int chosen) {
    long here = chosen == candidates.size() ? NOBODY : isInARow(slot, before, chosen) ? 1 : 0;
    return here + prices[slot + 1][chosen];
  }

  /// They had the slot before, or come into the first one from a duty that ends where it begins.
  private boolean isInARow(int slot, int before, int chosen) {
    if (slot > 0) {
      return before == chosen;
    }
    Instant from = slots.getFirst().from();
    return candidates.get(chosen).lastDuty().filter(at -> !at.isBefore(from)).isPresent();
  }

  /// Whose turn it is, by rest alone: never on duty first, then whoever rested longest.
  private List<Integer> queue(Map<PersonId, Instant> lastDuty) {
    List<Integer> queue = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      queue.add(i);
    }
    queue.sort(
        Comparator.<Integer, Instant>comparing(
                i -> lastDuty.getOrDefault(candidates.get(i).person(), Instant.MIN))
            .thenComparingInt(i -> candidates.get(i).nights()));
    return queue;
  }

  private int choose(int slot, int before, List<Integer> queue) {
    for (int i : queue) {
      boolean there = candidates.get(i).isThere(slots.get(slot));
      if (there && price(slot, before, i) == prices[slot][before]) {
        return i;
      }
    }
    return candidates.size();
  }

  private Suggested suggested(
      int slot, int before, int chosen, List<Integer> queue, Map<PersonId, Instant> lastDuty) {
    String passed =
        queue.stream()
            .takeWhile(i -> i != chosen)
            .map(i -> candidates.get(i).person() + " " + whyNot(slot, before, i))
            .collect(Collectors.joining(", "));
    if (chosen == candidates.size()) {
      String why = passed.isEmpty() ? "there is nobody to choose from" : passed;
      return new Suggested(slots.get(slot), Optional.empty(), "nobody can take it: " + why);
    }
    PersonId person = candidates.get(chosen).person();
    String because = rest(slots.get(slot), lastDuty.get(person));
    if (isInARow(slot, before, chosen)) {
      because += ", twice in a row since nobody else can";
    }
    if (!passed.isEmpty()) {
      because += "; " + passed;
    }
    return new Suggested(slots.get(slot), Optional.of(person), because);
  }

  private String whyNot(int slot, int before, int candidate) {
    if (!candidates.get(candidate).isThere(slots.get(slot))) {
      return "is away";
    }
    return isInARow(slot, before, candidate)
        ? "would be on duty twice in a row"
        : "is needed for the next turn";
  }

  private static String rest(Span slot, @Nullable Instant lastDuty) {
    if (lastDuty == null) {
      return "was never on duty";
    }
    return lastDuty.isBefore(slot.from())
        ? "rested longest: " + TimeWords.of(Duration.between(lastDuty, slot.from()))
        : "has no rest before it";
  }
}
