package watchbill.server.config.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word somebody probably meant.
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /// The nearest of `known` within a third of the word's length in slips of the finger.
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT).replace('_', '-');
    int slips = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(k -> Math.abs(k.length() - word.length()) <= slips)
        .map(k -> new Candidate(k, distance(lower, k.toLowerCase(Locale.ROOT), slips)))
        .filter(c -> c.distance <= slips)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /// `did you mean 'phone'?`, or nothing.
  public static String hint(String word, Collection<String> known) {
    return to(word, known).map(k -> "did you mean '" + k + "'?").orElse("");
  }

  private record Candidate(String word, int distance) {}

  /// How many letters must be added, dropped, changed or swapped with their neighbour; stops
  /// counting once it is more than `enough`.
  private static int distance(String a, String b, int enough) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int best = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        best = Math.min(best, row[j]);
      }
      if (best > enough) {
        return best;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
