package watchbill.server.config;

import java.util.Map;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;

/// Which calendars say when people are away, and which days are public holidays.
public record CalendarSettings(
    Map<PersonId, CalendarSource> leave, Map<RegionId, CalendarSource> holidays) {
  public CalendarSettings {
    leave = Map.copyOf(leave);
    holidays = Map.copyOf(holidays);
  }
}
