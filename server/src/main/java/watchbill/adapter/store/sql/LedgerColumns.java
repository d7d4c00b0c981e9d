package watchbill.adapter.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.ledger.Earning;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.workload.HourKind;

/// An entry of the ledger as columns: those of its item and of what is owed, the others empty.
final class LedgerColumns {
  /// In the order in which they are written and read.
  static final String NAMES =
      """
      id, person, team, dated, item, rota, role, kind, pages, woken_at, length_micros,
      currency, minor_units, half_days, off_from, off_until, reverses, because, made_by, made_at
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LedgerColumns() {}

  static void write(LedgerEntry entry, Query query) {
    Earning earning = entry.earning();
    query
        .text(entry.id())
        .text(entry.person().handle())
        .text(earning.team().handle())
        .text(earning.date().toString())
        .text(earning.item().word());
    writeItem(earning.item(), query);
    writeOwed(earning.owed(), query);
    query.text(entry.reverses()).text(entry.because()).text(entry.by()).instant(entry.at());
  }

  private static void writeItem(LedgerItem item, Query query) {
    switch (item) {
      case LedgerItem.StandBy(var rota, var role, var kind, var length) ->
          query
              .text(rota.handle())
              .text(role.word())
              .text(kind.word())
              .text(Optional.empty())
              .instant(Optional.empty())
              .number(micros(length));
      case LedgerItem.Called(var pages, var wokenAt, var length) ->
          noDuty(query)
              .text(JSON.writeValueAsString(pages))
              .instant(wokenAt)
              .number(micros(length));
      case LedgerItem.Adjustment() ->
          noDuty(query).text(Optional.empty()).instant(Optional.empty()).number(Optional.empty());
    }
  }

  private static Query noDuty(Query query) {
    return query.text(Optional.empty()).text(Optional.empty()).text(Optional.empty());
  }

  private static void writeOwed(Owed owed, Query query) {
    switch (owed) {
      case Owed.Pay(var amount) ->
          query
              .text(amount.currency().getCurrencyCode())
              .number(amount.minor())
              .number(Optional.empty())
              .instant(Optional.empty())
              .instant(Optional.empty());
      case Owed.TimeOff(var halfDays, var off) ->
          query
              .text(Optional.empty())
              .number(Optional.empty())
              .number(halfDays)
              .instant(off.map(Span::from))
              .instant(off.map(Span::until));
    }
  }

  static LedgerEntry read(Row row) {
    String id = row.text();
    var person = new PersonId(row.text());
    var team = new TeamId(row.text());
    LocalDate date = LocalDate.parse(row.text());
    LedgerItem item = readItem(row);
    Owed owed = readOwed(row);
    return new LedgerEntry(
        id,
        person,
        new Earning(team, date, item, owed),
        row.optionalText(),
        row.text(),
        row.text(),
        row.instant());
  }

  private static LedgerItem readItem(Row row) {
    String item = row.text();
    Optional<String> rota = row.optionalText();
    Optional<String> role = row.optionalText();
    Optional<String> kind = row.optionalText();
    Optional<String> pages = row.optionalText();
    Optional<Instant> wokenAt = row.optionalInstant();
    Duration length = Duration.of(row.number(), ChronoUnit.MICROS);
    return switch (item) {
      case "stand-by" ->
          new LedgerItem.StandBy(
              new RotaId(rota.orElseThrow()),
              new Role(role.orElseThrow()),
              HourKind.ofWord(kind.orElseThrow()),
              length);
      case "called" ->
          new LedgerItem.Called(pages(pages.orElseThrow()), wokenAt.orElseThrow(), length);
      case "adjustment" -> new LedgerItem.Adjustment();
      default -> throw new IllegalStateException("no such item: " + item);
    };
  }

  private static Owed readOwed(Row row) {
    Optional<String> currency = row.optionalText();
    long minor = row.number();
    int halfDays = row.smallNumber();
    Optional<Instant> from = row.optionalInstant();
    Optional<Instant> until = row.optionalInstant();
    return currency
        .<Owed>map(c -> new Owed.Pay(new Money(minor, Currency.getInstance(c))))
        .orElseGet(
            () -> new Owed.TimeOff(halfDays, from.flatMap(f -> until.map(u -> new Span(f, u)))));
  }

  private static List<String> pages(String json) {
    return List.of(JSON.readValue(json, String[].class));
  }

  private static long micros(Duration length) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(length));
  }
}
