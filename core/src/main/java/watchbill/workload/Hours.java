package watchbill.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import watchbill.time.Span;

/// Cuts time into hours of one kind each.
public final class Hours {
  private Hours() {}

  /// A stretch within one local day that is of one kind.
  public record Piece(LocalDate date, HourKind kind, Span span) {}

  /// How long the span is, by kind, to the nanosecond.
  public static HoursByKind split(Span span, HomeClock home) {
    Map<HourKind, Duration> lengths = new EnumMap<>(HourKind.class);
    for (Piece piece : pieces(span, home)) {
      lengths.merge(piece.kind(), piece.span().length(), Duration::plus);
    }
    return new HoursByKind(lengths);
  }

  /// The span in pieces, in order, without a gap. A local day may come in several of a kind.
  public static List<Piece> pieces(Span span, HomeClock home) {
    List<Piece> pieces = new ArrayList<>();
    Instant from = span.from();
    for (Instant until : cuts(span, home)) {
      // A cut is where the kind may change, so the first instant tells for the whole piece.
      pieces.add(new Piece(home.dateAt(from), home.kindAt(from), new Span(from, until)));
      from = until;
    }
    return pieces;
  }

  /// Every instant after the start where the wall clock jumps or strikes a time that matters, and
  /// the end.
  private static SortedSet<Instant> cuts(Span span, HomeClock home) {
    SortedSet<Instant> cuts = new TreeSet<>();
    Instant from = span.from();
    while (from.isBefore(span.until())) {
      Instant until = endOfOffset(from, span.until(), home);
      addStrikes(cuts, new Span(from, until), home);
      cuts.add(until);
      from = until;
    }
    return cuts;
  }

  /// Until the next jump of the clock; between jumps a day has no surprises.
  private static Instant endOfOffset(Instant from, Instant until, HomeClock home) {
    ZoneOffsetTransition jump = home.zone().getRules().nextTransition(from);
    return jump == null || jump.getInstant().isAfter(until) ? until : jump.getInstant();
  }

  private static void addStrikes(SortedSet<Instant> cuts, Span span, HomeClock home) {
    ZoneOffset offset = home.zone().getRules().getOffset(span.from());
    LocalDate last = span.until().atOffset(offset).toLocalDate();
    LocalDate date = span.from().atOffset(offset).toLocalDate();
    for (; !date.isAfter(last); date = date.plusDays(1)) {
      for (LocalTime time : times(home.settings())) {
        Instant strike = date.atTime(time).toInstant(offset);
        if (strike.isAfter(span.from()) && strike.isBefore(span.until())) {
          cuts.add(strike);
        }
      }
    }
  }

  private static List<LocalTime> times(HourSettings settings) {
    return List.of(
        LocalTime.MIDNIGHT,
        settings.working().from(),
        settings.working().until(),
        settings.night().from(),
        settings.night().until());
  }
}
