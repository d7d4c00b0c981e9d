package watchbill.workload;

import java.time.Duration;
import watchbill.catalog.PersonId;

/// What a person carried in a period.
///
/// @param shifts stretches of duty in one role of one rota, without a break
/// @param hours duty by kind; an instant of two duties counts once
/// @param nights local nights with an hour of duty or more
/// @param weekends likewise
/// @param pages how often a page woke them or called them
/// @param interruptions of these, how many came in the night of their own clock
/// @param called the time they spent on pages
public record Load(
    PersonId person,
    int shifts,
    HoursByKind hours,
    int nights,
    int weekends,
    int pages,
    int interruptions,
    Duration called) {}
