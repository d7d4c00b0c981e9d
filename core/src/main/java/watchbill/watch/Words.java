package watchbill.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Names and times as their reader knows them.
public final class Words {
  private final Catalog catalog;

  public Words(Catalog catalog) {
    this.catalog = catalog;
  }

  String name(PersonId person) {
    return catalog.person(person).map(Person::name).orElse(person.handle());
  }

  ZoneId zone(PersonId reader) {
    return catalog.person(reader).map(Person::zone).orElse(ZoneOffset.UTC);
  }

  /// `Mon 12 Jan 09:00 CET`, where the reader lives.
  String at(Instant at, PersonId reader) {
    return TimeWords.dayAndTime(at, zone(reader));
  }

  String span(Span span, PersonId reader) {
    return span(span, zone(reader));
  }

  static String span(Span span, ZoneId zone) {
    String from = TimeWords.dayAndTime(span.from(), zone);
    return span.until().equals(Duties.FAR)
        ? "from " + from
        : from + " to " + TimeWords.dayAndTime(span.until(), zone);
  }

  static Message.Fact rota(RotaId rota, Role role) {
    return new Message.Fact("Rota", rota + ", " + role);
  }

  Message.Fact when(Span span, PersonId reader) {
    return new Message.Fact("When", span(span, reader));
  }
}
