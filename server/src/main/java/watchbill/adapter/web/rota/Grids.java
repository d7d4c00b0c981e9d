package watchbill.adapter.web.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.rota.Shift;
import watchbill.time.Span;

/// Draws shifts as bars in weeks.
///
/// @param lieutenants the shifts of the role said beside a name; empty when it is not said
record Grids(Stretch stretch, RotaWords words, Tints tints, List<Shift> lieutenants, Instant now) {
  private static final int INITIALS_MAX = 2;

  Grid draw(List<Shift> shifts) {
    return new Grid(stretch.mondays().stream().map(m -> week(m, shifts)).toList());
  }

  private Grid.Week week(LocalDate monday, List<Shift> shifts) {
    Span week = stretch.week(monday);
    var rule = new WeekRule(monday, stretch.zone());
    boolean present = week.contains(now);
    List<Grid.Bar> bars = new ArrayList<>();
    int begun = 0;
    for (Shift shift : shifts) {
      if (shift.span().overlaps(week) && begun < WeekRule.LENGTH) {
        // Never without a width: a gap of five minutes must be seen.
        int end = Math.max(begun + 1, rule.at(shift.span().until()));
        bars.add(bar(shift, new Width(end - begun)));
        begun = end;
      }
    }
    return new Grid.Week(
        present ? "This week" : "",
        Days.week(monday),
        present ? List.of(new Width(rule.at(now)).look()) : List.of(),
        bars);
  }

  private Grid.Bar bar(Shift shift, Width width) {
    String when = words.days().inShort(shift.span());
    return shift
        .gap()
        .map(gap ->
            new Grid.Bar(
                words.isPlanned(gap) ? "rest " + width.look() : "gap " + width.look(),
                when,
                "Nobody: " + words.inShort(gap),
                "–",
                "",
                false))
        .orElseGet(() ->
            new Grid.Bar(
                tints.of(shift.people().getFirst()) + " " + width.look(),
                when,
                words.names(shift),
                initials(shift),
                more(shift),
                !words.differs(shift).isEmpty()));
  }

  private String more(Shift shift) {
    String differs = words.differs(shift);
    return differs.isEmpty() ? lieutenant(shift.span()) : differs;
  }

  /// The same through the whole bar, or nothing: half a truth would be worse.
  private String lieutenant(Span span) {
    List<Shift> during = lieutenants.stream().filter(s -> s.span().overlaps(span)).toList();
    List<String> names = during.stream().map(words::names).distinct().toList();
    boolean one = names.size() == 1 && during.stream().noneMatch(Shift::isGap);
    return one ? "lieutenant " + names.getFirst() : "";
  }

  private String initials(Shift shift) {
    return shift.people().stream()
        .map(p -> initials(words.names().of(p)))
        .collect(Collectors.joining(" "));
  }

  /// `AR` for Ana Ruiz; by code points, since half a letter is none.
  private static String initials(String name) {
    return Stream.of(name.split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .limit(INITIALS_MAX)
        .map(word -> new String(Character.toChars(word.codePointAt(0))))
        .collect(Collectors.joining());
  }
}
