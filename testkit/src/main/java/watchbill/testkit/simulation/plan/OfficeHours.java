package watchbill.testkit.simulation.plan;

import java.time.LocalTime;

/// When a team may be told what can wait: from Monday to Friday, by the wall clock of its zone.
public record OfficeHours(LocalTime from, LocalTime until) {}
