package watchbill.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchbill.catalog.PersonId;
import watchbill.rota.Shift;
import watchbill.rota.Watcher;
import watchbill.time.Span;

/// Puts a rota's shifts together to the duties of each person.
public final class Duties {
  /// The end of a duty of which no end is in sight.
  public static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

  private Duties() {}

  /// The duties of everybody who has a layer or an override to thank for them, not the lieutenant's
  /// who merely stands behind the primary.
  ///
  /// @param shifts of one role of one rota through `window`
  public static List<Duty> of(List<Shift> shifts, Span window) {
    Map<PersonId, List<Duty>> found = new LinkedHashMap<>();
    for (Shift shift : shifts) {
      for (Watcher watcher : shift.watchers()) {
        if (!(watcher.because() instanceof Watcher.Because.AsLieutenant)) {
          append(found.computeIfAbsent(watcher.person(), _ -> new ArrayList<>()), shift, watcher);
        }
      }
    }
    return found.values().stream()
        .flatMap(List::stream)
        .map(duty -> duty.span().until().equals(window.until()) ? endless(duty) : duty)
        .toList();
  }

  private static void append(List<Duty> duties, Shift shift, Watcher watcher) {
    var next =
        new Duty(
            watcher.person(),
            shift.rota(),
            shift.role(),
            shift.span(),
            watcher.because().inWords());
    if (!duties.isEmpty() && duties.getLast().meets(next)) {
      duties.set(duties.size() - 1, duties.getLast().upTo(next));
    } else {
      duties.add(next);
    }
  }

  private static Duty endless(Duty d) {
    return new Duty(d.person(), d.rota(), d.role(), new Span(d.span().from(), FAR), d.how());
  }
}
