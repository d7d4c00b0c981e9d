package watchbill.adapter.ingest.mapping;

import java.util.List;

/// Something is one of these words, in capitals or not.
///
/// @param is `true`, for an expression that is true or false
public record When(Value of, List<String> is) {
  public When {
    is = List.copyOf(is);
  }

  boolean holds(Scope scope) {
    return of.text(scope)
        .filter(t -> is.stream().anyMatch(t.strip()::equalsIgnoreCase))
        .isPresent();
  }

  static boolean any(List<When> conditions, Scope scope) {
    return conditions.stream().anyMatch(c -> c.holds(scope));
  }
}
