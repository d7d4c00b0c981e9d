package watchbill.adapter.store.sql;

import java.time.LocalDate;
import java.util.List;
import watchbill.calendar.Holiday;
import watchbill.calendar.HolidayStore;
import watchbill.catalog.RegionId;

/// Keeps public holidays by date.
public final class SqlHolidayStore implements HolidayStore {
  private static final String PUT =
      """
      INSERT INTO holiday (on_day, region, name) VALUES (?, ?, ?)
      ON CONFLICT (on_day, region) DO UPDATE SET name = excluded.name
      """;

  private static final String REMOVE = "DELETE FROM holiday WHERE on_day = ? AND region = ?";

  private static final String BETWEEN =
      """
      SELECT region, on_day, name FROM holiday WHERE on_day >= ? AND on_day < ?
      ORDER BY on_day, region
      """;

  private final Sql sql;

  SqlHolidayStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void put(Holiday holiday) {
    sql.of(PUT)
        .number(holiday.date().toEpochDay())
        .text(holiday.region().handle())
        .text(holiday.name())
        .run();
  }

  @Override
  public void remove(RegionId region, LocalDate date) {
    sql.of(REMOVE).number(date.toEpochDay()).text(region.handle()).run();
  }

  @Override
  public List<Holiday> between(LocalDate from, LocalDate until) {
    return sql.of(BETWEEN)
        .number(from.toEpochDay())
        .number(until.toEpochDay())
        .list(SqlHolidayStore::read);
  }

  private static Holiday read(Row row) {
    return new Holiday(new RegionId(row.text()), LocalDate.ofEpochDay(row.number()), row.text());
  }
}
