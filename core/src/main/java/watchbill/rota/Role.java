package watchbill.rota;

import java.util.List;
import java.util.regex.Pattern;

/// In which capacity somebody stands watch.
///
/// @param word as written in the configuration: `primary`; 1 to 40 of a-z, 0-9 and dashes
public record Role(String word) {
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /// Is woken first.
  public static final Role PRIMARY = new Role("primary");

  /// Takes over when the primary does not answer, travels or is ill.
  public static final Role LIEUTENANT = new Role("lieutenant");

  /// The roles every rota has, whether or not a layer names them.
  public static final List<Role> OF_EVERY_ROTA = List.of(PRIMARY, LIEUTENANT);

  public Role {
    if (!isWord(word)) {
      throw new IllegalArgumentException("not the word of a role: " + word);
    }
  }

  /// Whether a role may be called this.
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  @Override
  public String toString() {
    return word;
  }
}
