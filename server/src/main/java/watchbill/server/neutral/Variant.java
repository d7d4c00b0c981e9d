package watchbill.server.neutral;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The named semantics we have. Each but the last is how we answer anyway.
enum Variant {
  /// A local time the clock skips is shifted forward by what it skips.
  GAP_SHIFT_FORWARD("gap-shift-forward"),

  /// A window is open from the instant it starts to the instant it ends: where the clock is put
  /// back, from the first of two to the last of two.
  WINDOW_INSTANTS("window-instants"),

  /// Each override sees what those before it in the list made.
  OVERRIDE_CHAIN("override-chain");

  private final String word;

  Variant(String word) {
    this.word = word;
  }

  /// @param part absent means that no semantics is asked for by name
  static Optional<Variant> read(Part part) {
    return part.optional(Variant::named);
  }

  private static Variant named(Part part) {
    String words = Arrays.stream(values()).map(v -> v.word).collect(Collectors.joining(", "));
    String allowed = "null or one of " + words + "; we have no other semantics";
    String text = part.text(allowed);
    return Arrays.stream(values())
        .filter(v -> v.word.equals(text))
        .findFirst()
        .orElseThrow(() -> part.wrong(allowed));
  }
}
