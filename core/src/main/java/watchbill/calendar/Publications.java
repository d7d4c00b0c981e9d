package watchbill.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decides what programs are shown of a calendar that changes: an entry keeps its name through all
/// its changes, each counts, and one that is no more is called off. Pure.
public final class Publications {
  private Publications() {}

  /// What is shown, and which of it is new.
  ///
  /// @param shown by when they start, those called off too
  /// @param changed to be kept
  public record Edition(List<CalendarEntry> shown, List<CalendarEntry> changed) {
    public Edition {
      shown = List.copyOf(shown);
      changed = List.copyOf(changed);
    }
  }

  /// The next edition.
  ///
  /// @param known as shown last
  /// @param drafts as it is now; their sequence and instant of change do not matter
  public static Edition next(List<CalendarEntry> known, List<CalendarEntry> drafts, Instant now) {
    Map<String, CalendarEntry> before = new HashMap<>();
    known.forEach(entry -> before.put(entry.uid(), entry));
    List<CalendarEntry> shown = new ArrayList<>();
    List<CalendarEntry> changed = new ArrayList<>();
    for (CalendarEntry draft : drafts) {
      CalendarEntry last = before.remove(draft.uid());
      CalendarEntry entry = last == null ? with(draft, 0, now, false) : after(last, draft, now);
      shown.add(entry);
      if (!entry.equals(last)) {
        changed.add(entry);
      }
    }
    for (CalendarEntry gone : before.values()) {
      CalendarEntry entry = calledOff(gone, now);
      shown.add(entry);
      if (!entry.equals(gone)) {
        changed.add(entry);
      }
    }
    shown.sort(
        Comparator.<CalendarEntry, Instant>comparing(e -> e.span().from())
            .thenComparing(CalendarEntry::uid));
    return new Edition(shown, changed);
  }

  private static CalendarEntry after(CalendarEntry last, CalendarEntry draft, Instant now) {
    boolean same = with(draft, last.sequence(), last.changedAt(), false).equals(last);
    return same ? last : with(draft, last.sequence() + 1, now, false);
  }

  /// What is over was as it was shown.
  private static CalendarEntry calledOff(CalendarEntry gone, Instant now) {
    boolean settled = gone.cancelled() || !gone.span().until().isAfter(now);
    return settled ? gone : with(gone, gone.sequence() + 1, now, true);
  }

  private static CalendarEntry with(
      CalendarEntry entry, int sequence, Instant changedAt, boolean cancelled) {
    return new CalendarEntry(
        entry.uid(),
        sequence,
        entry.span(),
        entry.summary(),
        entry.description(),
        changedAt,
        entry.alarms(),
        cancelled);
  }
}
