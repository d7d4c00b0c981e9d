package watchbill.adapter.web.entry;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchbill.adapter.web.Filled;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Option;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.catalog.Person;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// What the forms share: which rota they are for, how they say times, and how they are sent.
final class Entry {
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SAID =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private Entry() {}

  static Optional<Rota> rota(Site site, ServerRequest request) {
    var id = new RotaId(request.path().pathParameters().get("id"));
    return Optional.ofNullable(site.configuration().get().rotas().get(id));
  }

  static void missing(ServerResponse response, Visit visit) {
    Refusals.missing(
        response, visit, "There is no such rota", "All of them are listed under Rotas.");
  }

  static void send(ServerResponse response, String template, EntryView view) {
    Status status = view.filled().isWrong() ? Html.UNPROCESSABLE : Status.OK_200;
    Html.send(response, status, template, view);
  }

  /// As a browser's field for a date and time has it.
  static String typed(Instant at, ZoneId zone) {
    return TYPED.format(LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES));
  }

  /// `Mon 7 Dec 09:00 to Mon 14 Dec 09:00`.
  static String said(Span span, ZoneId zone) {
    return SAID.format(span.from().atZone(zone)) + " to " + SAID.format(span.until().atZone(zone));
  }

  static List<Option> people(List<Person> people) {
    return people.stream().map(p -> new Option(p.id().handle(), p.name())).toList();
  }

  /// The two ends; wrong when the second does not come after the first.
  static Optional<Span> span(Filled filled, ZoneId zone) {
    Optional<Instant> from = filled.instant("from", zone);
    Optional<Instant> until = filled.instant("until", zone);
    if (from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(until.get())) {
      filled.wrong("until", "It must end after it begins.");
      return Optional.empty();
    }
    return Optional.of(new Span(from.get(), until.get()));
  }
}
