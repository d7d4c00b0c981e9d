package watchbill.adapter.rule.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import watchbill.route.Facts;

/// What an expression may name, and what each means for one alert. The guide
/// `docs/guides/routing.md` lists the same.
final class Names {
  private static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);

  private Names() {}

  static Map<String, CelType> types() {
    Map<String, CelType> types = new LinkedHashMap<>();
    for (String text :
        new String[] {
          "integration",
          "kind",
          "key",
          "summary",
          "source",
          "severity",
          "service",
          "team",
          "weekday",
          "date"
        }) {
      types.put(text, SimpleType.STRING);
    }
    types.put("labels", TEXTS);
    types.put("details", TEXTS);
    types.put("tier", SimpleType.INT);
    types.put("hour", SimpleType.INT);
    types.put("minute", SimpleType.INT);
    types.put("working_hours", SimpleType.BOOL);
    return types;
  }

  static Map<String, Object> values(Facts facts) {
    Facts.Place place = facts.place();
    Map<String, Object> values = new HashMap<>();
    values.put("integration", facts.integration());
    values.put("kind", facts.kind());
    values.put("key", facts.key());
    values.put("summary", facts.condition().summary());
    values.put("source", facts.condition().source());
    values.put("severity", facts.condition().severity().word());
    values.put("labels", new EveryKey(facts.labels()));
    values.put("details", new EveryKey(facts.condition().details()));
    values.put("service", place.service().handle());
    values.put("team", place.team().handle());
    values.put("tier", (long) place.tier());
    values.put("hour", (long) place.local().getHour());
    values.put("minute", (long) place.local().getMinute());
    values.put("weekday", weekday(place.local().getDayOfWeek()));
    values.put("date", place.local().toLocalDate().toString());
    values.put("working_hours", place.working());
    return values;
  }

  /// `Mon`, as the configuration writes days.
  private static String weekday(DayOfWeek day) {
    String name = day.name();
    return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
  }
}
