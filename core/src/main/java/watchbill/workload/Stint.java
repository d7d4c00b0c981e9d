package watchbill.workload;

import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// Duty as it really was: who held a role, for whom, from when to when.
///
/// @param team whose services the rota stands watch for
/// @param span in whole microseconds, as everything that is stored
public record Stint(PersonId person, TeamId team, RotaId rota, Role role, Span span) {}
