package watchbill.adapter.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import watchbill.access.Session;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;

/// Who looks at a page; times are told in their zone.
public record Reader(String handle, String name, ZoneId zone) {

  public static Reader of(Person person) {
    return new Reader(person.id().handle(), person.name(), person.zone());
  }

  /// The person of this handle, or the administrator.
  public static Reader of(String handle, Catalog catalog) {
    return catalog
        .person(new PersonId(handle))
        .map(Reader::of)
        .orElseGet(() -> new Reader(handle, nameOf(handle), zoneOfAll(catalog)));
  }

  private static String nameOf(String handle) {
    return handle.equals(Session.ADMINISTRATOR) ? "Administrator" : handle;
  }

  /// The administrator has no zone of their own: the people's, when they share one.
  private static ZoneId zoneOfAll(Catalog catalog) {
    List<ZoneId> zones = catalog.people().stream().map(Person::zone).distinct().toList();
    return zones.size() == 1 ? zones.getFirst() : ZoneOffset.UTC;
  }
}
