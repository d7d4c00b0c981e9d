package watchbill.calendar;

import java.time.LocalDate;
import watchbill.catalog.RegionId;

/// A public holiday of a region: a whole local day.
public record Holiday(RegionId region, LocalDate date, String name) {}
