package watchbill.server.config.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a text must look like to be taken as a `T`.
///
/// @param allowed completes the sentence "use …"
/// @param hint what to do, where `allowed` does not say it; may be empty
/// @param secret whether the text must never be shown
/// @param known words one of which may have been meant
/// @param parse the value, or nothing when the text is not accepted; never throws
public record Shape<T>(
    String allowed,
    String hint,
    boolean secret,
    Collection<String> known,
    Function<String, Optional<T>> parse) {

  public static <T> Shape<T> of(String allowed, Function<String, Optional<T>> parse) {
    return new Shape<>(allowed, "", false, List.of(), parse);
  }

  public Shape<T> hint(String words) {
    return new Shape<>(allowed, words, secret, known, parse);
  }

  public Shape<T> neverShown() {
    return new Shape<>(allowed, hint, true, known, parse);
  }

  public Shape<T> among(Collection<String> words) {
    return new Shape<>(allowed, hint, secret, words, parse);
  }

  public <R> Shape<R> map(Function<T, R> then) {
    return new Shape<>(allowed, hint, secret, known, text -> parse.apply(text).map(then));
  }
}
