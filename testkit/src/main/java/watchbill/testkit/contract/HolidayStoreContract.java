package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.calendar.Holiday;
import watchbill.calendar.HolidayStore;
import watchbill.catalog.RegionId;
import watchbill.engine.Stores;

/// A date of a region has one holiday or none; the first date asked for counts, the last does not.
public interface HolidayStoreContract extends StoreContract<HolidayStore> {
  RegionId MADRID = new RegionId("es-madrid");
  RegionId BERLIN = new RegionId("de-berlin");
  LocalDate KINGS = LocalDate.of(2025, 1, 6);

  @Override
  default Class<HolidayStore> port() {
    return HolidayStore.class;
  }

  @Override
  default HolidayStore storeIn(Stores stores) {
    return stores.holidays();
  }

  @Test
  default void givesBackAHolidayAsItWas() {
    List<LocalDate> dates =
        List.of(LocalDate.of(1, 1, 1), LocalDate.EPOCH, KINGS, LocalDate.of(9999, 12, 31));
    for (LocalDate date : dates) {
      for (String text : Samples.TEXTS) {
        var holiday = new Holiday(new RegionId("o'\"ñ"), date, text);
        writes().put(holiday);
        assertThat(between(date, date.plusDays(1))).containsExactly(holiday);
      }
    }
  }

  @Test
  default void isFoundFromItsDateToBeforeTheNext() {
    Holiday kings = put(MADRID, 0, "Reyes");
    assertThat(between(KINGS.minusDays(1), KINGS)).isEmpty();
    assertThat(between(KINGS, KINGS.plusDays(1))).containsExactly(kings);
    assertThat(between(KINGS.plusDays(1), KINGS.plusDays(9))).isEmpty();
    assertThat(between(KINGS, KINGS)).isEmpty();
  }

  @Test
  default void showsThoseOfEveryRegionByDate() {
    Holiday third = put(MADRID, 1, "c");
    Holiday second = put(MADRID, 0, "b");
    Holiday first = put(BERLIN, 0, "a");
    LocalDate until = KINGS.plusDays(9);
    assertThat(between(KINGS, until)).containsExactly(first, second, third);
    assertThat(reads().of(List.of(MADRID), KINGS, until)).containsExactly(second, third);
    assertThat(reads().of(List.of(), KINGS, until)).isEmpty();
  }

  @Test
  default void aDateTakesAnotherName() {
    put(MADRID, 0, "Kings");
    put(BERLIN, 0, "Dreikönig");
    Holiday named = put(MADRID, 0, "Reyes");
    assertThat(reads().of(List.of(MADRID), KINGS, KINGS.plusDays(1))).containsExactly(named);
  }

  @Test
  default void aDateThatIsNoHolidayAnyMoreIsGone() {
    put(MADRID, 0, "Reyes");
    Holiday other = put(BERLIN, 0, "Dreikönig");
    writes().remove(MADRID, KINGS);
    writes().remove(MADRID, KINGS);
    assertThat(between(KINGS, KINGS.plusDays(1))).containsExactly(other);
  }

  private Holiday put(RegionId region, int day, String name) {
    var holiday = new Holiday(region, KINGS.plusDays(day), name);
    writes().put(holiday);
    return holiday;
  }

  private List<Holiday> between(LocalDate from, LocalDate until) {
    return reads().between(from, until);
  }
}
