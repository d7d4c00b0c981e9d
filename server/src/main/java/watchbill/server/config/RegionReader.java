package watchbill.server.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.RegionId;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;

/// Reads `regions`, and where calendars lie.
final class RegionReader {
  private RegionReader() {}

  /// The calendars of public holidays, by region.
  static Map<RegionId, CalendarSource> read(Handles regions) {
    Map<RegionId, CalendarSource> holidays = new HashMap<>();
    regions.each((handle, field) ->
        field
            .fields("holidays")
            .flatMap(region -> calendar(region, region.required("holidays", allowed())))
            .ifPresent(source -> holidays.put(new RegionId(handle), source)));
    return holidays;
  }

  /// A calendar that may be left out.
  static Optional<CalendarSource> calendar(Fields fields, String key) {
    return calendar(fields, fields.field(key));
  }

  private static Optional<CalendarSource> calendar(Fields fields, Optional<Field> field) {
    return field.flatMap(f -> f.as(Addresses.CALENDAR)).map(source -> located(source, fields));
  }

  /// A file is looked for beside the file that names it, wherever the program was started.
  private static CalendarSource located(CalendarSource source, Fields fields) {
    return switch (source) {
      case CalendarSource.Web web -> web;
      case CalendarSource.InFile(var path) -> {
        Path named = Path.of(fields.whole().value().place().file()).toAbsolutePath();
        yield new CalendarSource.InFile(named.resolveSibling(path).normalize());
      }
    };
  }

  private static String allowed() {
    return Addresses.CALENDAR.allowed();
  }
}
