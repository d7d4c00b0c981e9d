package watchbill.server.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthDrawingTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  private static DrawnShift shift(String from, String until, String... people) {
    String gap = people.length == 0 ? "the seat whose turn it is is empty" : "";
    return new DrawnShift(Instant.parse(from), Instant.parse(until), List.of(people), gap);
  }

  private static final List<DrawnShift> SHIFTS =
      List.of(
          shift("2025-02-27T08:00:00Z", "2025-03-03T08:00:00Z", "ana"),
          shift("2025-03-03T08:00:00Z", "2025-03-10T08:00:00Z", "maximiliana", "ben"),
          shift("2025-03-10T08:00:00Z", "2025-03-11T08:00:00Z"),
          shift("2025-03-11T08:00:00Z", "2025-03-30T23:00:00Z", "cho"),
          shift("2025-03-30T23:00:00Z", "2025-04-03T08:00:00Z"));

  @Test
  void aMonthWithWeeksInRows() {
    String drawn =
        String.join(
            "\n", new MonthDrawing("payments primary", MARCH, MADRID, SHIFTS, Pen.PLAIN).lines());

    assertThat(drawn)
        .isEqualTo(
            """
            payments primary, March 2025, Europe/Madrid

            Mon        Tue        Wed        Thu        Fri        Sat        Sun
                                                                   1          2
                                                                   ana        ana
            3          4          5          6          7          8          9
            ana        maximilia~ maximilia~ maximilia~ maximilia~ maximilia~ maximilia~
            09:00 max~
            10         11         12         13         14         15         16
            maximilia~ ----       cho        cho        cho        cho        cho
            09:00 ---- 09:00 cho
            17         18         19         20         21         22         23
            cho        cho        cho        cho        cho        cho        cho
            24         25         26         27         28         29         30
            cho        cho        cho        cho        cho        cho        cho
            31
            cho
            01:00 ----

            ---- nobody is on duty:
            Mon 10 Mar 09:00 CET, 1 d: the seat whose turn it is is empty
            Mon 31 Mar 01:00 CEST, 23 h: the seat whose turn it is is empty\
            """);
  }

  @Test
  void isNoWiderThanATerminalAndPlainIsAscii() {
    List<String> fine = new MonthDrawing("p", MARCH, MADRID, SHIFTS, Pen.FINE).lines();
    List<String> plain = new MonthDrawing("p", MARCH, MADRID, SHIFTS, Pen.PLAIN).lines();
    List<String> all = new ArrayList<>(fine);
    all.addAll(plain);
    assertThat(all).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(plain).allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
    assertThat(fine).anySatisfy(line -> assertThat(line).contains("░░░░"));
  }

  @Test
  void aMonthWithoutGapsNamesNone() {
    List<DrawnShift> always = List.of(shift("2025-01-01T00:00:00Z", "2025-12-31T00:00:00Z", "ana"));
    assertThat(new MonthDrawing("p", MARCH, MADRID, always, Pen.FINE).lines())
        .noneSatisfy(line -> assertThat(line).contains("nobody"));
  }
}
