package watchbill.adapter.web.rota;

import java.time.Instant;
import java.util.List;
import watchbill.adapter.web.Option;
import watchbill.rota.Shift;
import watchbill.time.Span;

/// The gaps of some weeks: what they mean, and what can be done.
///
/// @param shifts those of the weeks, gaps among them
/// @param takers who could take a gap
record Gaps(List<Shift> shifts, RotaWords words, Stretch stretch, Takers takers, Instant now) {
  private static final int SHOWN_MAX = 8;

  /// `one gap in December`; gaps that are over are history while the present is shown.
  String headline() {
    List<Shift> open = unplanned();
    String count =
        switch (open.size()) {
          case 0 -> "no gap";
          case 1 -> "one gap";
          default -> open.size() + " gaps";
        };
    return count + " in " + where(open);
  }

  List<RotaView.GapItem> items() {
    return unplanned().stream().limit(SHOWN_MAX).map(this::item).toList();
  }

  int notShown() {
    return Math.max(0, unplanned().size() - SHOWN_MAX);
  }

  /// What the quiet stretches mean, where the rota has hours.
  String rest() {
    boolean any = shifts.stream().anyMatch(this::isPlanned);
    return any
        ? "Outside the rota's hours nobody is on duty: a page then goes to the fallback at once."
        : "";
  }

  private RotaView.GapItem item(Shift gap) {
    boolean over = !gap.span().until().isAfter(now);
    String verb = over ? "nobody was on duty" : "nobody is on duty";
    String because = words.of(gap.gap().orElseThrow());
    String said = words.days().whole(gap.span()) + ": " + verb + ", because " + because + ".";
    if (over) {
      return new RotaView.GapItem(said, "", "", true, List.of());
    }
    Instant from = gap.span().from().isBefore(now) ? now : gap.span().from();
    var ahead = new Span(from, gap.span().until());
    return new RotaView.GapItem(
        said + " A page in it goes to the fallback at once.",
        ahead.from().toString(),
        ahead.until().toString(),
        !gap.span().from().isAfter(now),
        takers.forGap(ahead).map(p -> new Option(p.handle(), words.names().of(p))).stream()
            .toList());
  }

  private List<Shift> unplanned() {
    boolean present = stretch.span().contains(now);
    return shifts.stream()
        .filter(s -> s.isGap() && !isPlanned(s))
        .filter(s -> !present || s.span().until().isAfter(now))
        .toList();
  }

  private boolean isPlanned(Shift shift) {
    return shift.gap().filter(words::isPlanned).isPresent();
  }

  /// The month that holds them all, or the weeks that are shown.
  private String where(List<Shift> open) {
    List<String> months =
        open.stream().map(s -> words.days().month(s.span().from())).distinct().toList();
    boolean oneMonth = stretch.month().isEmpty() && months.size() == 1;
    return oneMonth ? months.getFirst() : stretch.inWords(now);
  }
}
