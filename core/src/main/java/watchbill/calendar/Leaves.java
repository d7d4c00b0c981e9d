package watchbill.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import watchbill.time.Span;

/// What becomes of known leave when its calendar is read again.
public final class Leaves {
  /// The source of leave that was read from the person's calendar.
  public static final String CALENDAR = "calendar";

  private Leaves() {}

  /// What to change. All lists are empty when the calendar says what it said before.
  ///
  /// @param withdrawn had not begun, and is no longer in the calendar
  /// @param ended had begun, and ends at another instant now
  /// @param added is new; never before `now`
  public record Change(List<Leave> withdrawn, List<Ending> ended, List<AwayEntry> added) {
    public boolean isNothing() {
      return withdrawn.isEmpty() && ended.isEmpty() && added.isEmpty();
    }
  }

  /// A leave that had begun, and when it ends now.
  public record Ending(Leave leave, Instant until) {}

  /// What a calendar says counts from the moment it was read: what is over stays as it was, what
  /// has begun keeps its start, and only what lies ahead is free to change.
  ///
  /// Entries are known again by what they say and not by the ids of their file, which some programs
  /// make anew at each export.
  ///
  /// @param known leave in force of one person and one source that ends after `now`
  public static Change replace(List<Leave> known, List<AwayEntry> said, Instant now) {
    List<AwayEntry> open = ahead(said, now);
    List<Leave> left = new ArrayList<>(known);
    pairOff(left, open, (leave, entry) -> isTheSame(leave, entry, now));
    List<Leave> withdrawn = new ArrayList<>();
    List<Ending> ended = new ArrayList<>();
    for (Leave leave : left) {
      if (leave.span().from().isBefore(now)) {
        ended.add(new Ending(leave, take(leave, open, now)));
      } else {
        withdrawn.add(leave);
      }
    }
    return new Change(List.copyOf(withdrawn), List.copyOf(ended), List.copyOf(open));
  }

  /// What is not over, from now on; each once, the earliest first.
  private static List<AwayEntry> ahead(List<AwayEntry> said, Instant now) {
    List<AwayEntry> open = new ArrayList<>();
    said.stream()
        .filter(a -> a.span().until().isAfter(now))
        .map(a -> a.span().from().isBefore(now) ? fromNow(a, now) : a)
        .distinct()
        .sorted(
            Comparator.comparing((AwayEntry a) -> a.span().from())
                .thenComparing(a -> a.span().until())
                .thenComparing(AwayEntry::note))
        .forEach(open::add);
    return open;
  }

  private static AwayEntry fromNow(AwayEntry entry, Instant now) {
    return new AwayEntry(new Span(now, entry.span().until()), entry.note());
  }

  private static boolean isTheSame(Leave leave, AwayEntry entry, Instant now) {
    Instant from = leave.span().from();
    boolean sameStart =
        from.isBefore(now) ? entry.span().from().equals(now) : from.equals(entry.span().from());
    return sameStart
        && leave.span().until().equals(entry.span().until())
        && leave.note().equals(entry.note());
  }

  /// Takes each pair that matches out of both lists.
  private static void pairOff(
      List<Leave> left, List<AwayEntry> open, BiPredicate<Leave, AwayEntry> match) {
    for (Iterator<Leave> leaves = left.iterator(); leaves.hasNext(); ) {
      Leave leave = leaves.next();
      Optional<AwayEntry> pair = open.stream().filter(a -> match.test(leave, a)).findFirst();
      if (pair.isPresent()) {
        open.remove(pair.get());
        leaves.remove();
      }
    }
  }

  /// When a leave that has begun ends now: with an entry that goes on from here and says the same,
  /// else at once.
  private static Instant take(Leave begun, List<AwayEntry> open, Instant now) {
    Optional<AwayEntry> goesOn =
        open.stream()
            .filter(a -> a.span().from().equals(now) && a.note().equals(begun.note()))
            .findFirst();
    goesOn.ifPresent(open::remove);
    return goesOn.map(a -> a.span().until()).orElse(now);
  }
}
