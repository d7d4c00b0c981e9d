package watchbill.escalation;

import java.util.List;
import watchbill.catalog.Person;
import watchbill.catalog.Team;
import watchbill.rota.Rota;

/// A policy and everything it names, as they were when a page began.
///
/// @param id the same for the same contents
public record PolicySnapshot(
    String id, EscalationPolicy policy, List<Rota> rotas, List<Team> teams, List<Person> people) {}
