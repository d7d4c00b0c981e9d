package watchbill.request;

import java.util.Collection;
import java.util.Optional;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.catalog.Team;
import watchbill.escalation.Target;
import watchbill.rota.Role;
import watchbill.rota.RotaId;

/// Finds whom a sender means. Pure.
public final class Responders {
  private Responders() {}

  /// The person with this handle, e-mail address or name, in that order.
  public static Optional<Person> person(Catalog catalog, String name) {
    return catalog.people().stream()
        .filter(p -> p.id().handle().equalsIgnoreCase(name) || hasAddress(p, name))
        .findFirst()
        .or(() -> catalog.people().stream().filter(p -> p.name().equals(name)).findFirst());
  }

  /// Whom to wake for this responder; empty when nobody here is called so.
  public static Optional<Target> target(
      Responder responder, Catalog catalog, Collection<RotaId> rotas) {
    String name = responder.name();
    return switch (responder.kind()) {
      case PERSON -> person(catalog, name).map(p -> new Target.ToPerson(p.id()));
      case TEAM ->
          catalog.teams().stream()
              .map(Team::id)
              .filter(id -> id.handle().equalsIgnoreCase(name))
              .<Target>map(Target.ToTeam::new)
              .findFirst();
      case ROTA ->
          rotas.stream()
              .filter(id -> id.handle().equalsIgnoreCase(name))
              .<Target>map(id -> new Target.ToRota(id, Role.PRIMARY))
              .findFirst();
    };
  }

  private static boolean hasAddress(Person person, String address) {
    return person.address(ContactMethod.EMAIL).filter(address::equalsIgnoreCase).isPresent();
  }
}
