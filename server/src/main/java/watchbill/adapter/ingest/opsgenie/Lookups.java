package watchbill.adapter.ingest.opsgenie;

import io.helidon.http.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.audit.AuditEntry;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.kernel.Refusal;
import watchbill.request.NumberedAlert;
import watchbill.request.RequestOutcome;

/// What senders ask to see: one alert, a list, a count, what became of a request, notes.
final class Lookups {
  private static final int LIMIT_MAX = 100;
  private static final int LIMIT_UNSAID = 20;
  private static final int OFFSET_MAX = 20_000;
  private static final int TIMELINE_MAX = 500;
  private static final String NOTED = "page.noted";

  private static final Map<String, Comparator<ShownAlert>> ORDERS =
      Map.of(
          "updatedAt", Comparator.comparing(ShownAlert::updatedAt),
          "lastOccurredAt", Comparator.comparing(a -> a.alert().lastSeenAt()),
          "count", Comparator.comparingLong(a -> a.alert().reportCount()),
          "alias", Comparator.comparing(ShownAlert::alias),
          "message", Comparator.comparing(ShownAlert::message),
          "status", Comparator.comparing(ShownAlert::status),
          "priority", Comparator.comparing(ShownAlert::priority),
          "source", Comparator.comparing(a -> a.alert().condition().source()),
          "owner", Comparator.comparing(ShownAlert::owner),
          "acknowledged", Comparator.comparing(ShownAlert::isAcknowledged));

  private final Transactions transactions;
  private final Catalog catalog;
  private final Integration from;
  private final Answers answers;

  Lookups(Transactions transactions, Catalog catalog, Integration from, Answers answers) {
    this.transactions = transactions;
    this.catalog = catalog;
    this.from = from;
    this.answers = answers;
  }

  void answer(Address address) {
    if (address.path().isEmpty()) {
      list(address);
    } else if (address.path().equals(List.of("count"))) {
      count(address);
    } else if (address.path().size() == 2 && address.part(0).equals("requests")) {
      outcome(address.part(1));
    } else if (address.path().size() == 1) {
      one(address);
    } else if (address.path().size() == 2
        && (address.part(1).equals("notes") || address.part(1).equals("logs"))) {
      timeline(address);
    } else {
      answers.says(Status.NOT_FOUND_404, "There is nothing to be read at this address");
    }
  }

  private void one(Address address) {
    Optional<ShownAlert> alert = transactions.read(stores -> find(stores, address));
    alert.ifPresentOrElse(
        found ->
            answers.shows(json -> {
              json.writeName("data");
              new AlertJson(json, catalog).whole(found);
            }),
        () -> missing(address));
  }

  private void missing(Address address) {
    String type = address.value("identifierType");
    boolean known = List.of("", "id", "tiny", "alias").contains(type);
    if (known) {
      String words =
          type.equals("alias")
              ? "There is no open alert with alias [" + address.part(0) + "]"
              : "Alert does not exist with id [" + address.part(0) + "]";
      answers.says(Status.NOT_FOUND_404, words);
    } else {
      answers.wrong(
          Answers.UNPROCESSABLE,
          List.of(
              new Refusal("request.identifierType", "identifierType", type, "id, tiny or alias")));
    }
  }

  private void list(Address address) {
    String saved = address.value("searchIdentifier");
    if (!saved.isEmpty()) {
      answers.wrong(
          Answers.UNPROCESSABLE,
          List.of(wrong("searchIdentifier", saved, "query: nothing is saved here")));
      return;
    }
    // All that is wrong is said at once: there is one answer to a request.
    List<Refusal> wrong = new ArrayList<>();
    var wanted =
        new AlertSearch.Wanted(
            query(address, wrong),
            order(address, wrong),
            number("offset", address, new Limits(0, OFFSET_MAX), wrong),
            number("limit", address, new Limits(LIMIT_UNSAID, LIMIT_MAX), wrong));
    if (wrong.isEmpty()) {
      list(address, wanted);
    } else {
      answers.wrong(Answers.UNPROCESSABLE, wrong);
    }
  }

  private record Limits(int unsaid, int max) {}

  private void list(Address address, AlertSearch.Wanted wanted) {
    switch (transactions.read(s -> new AlertSearch(s, from.id()).list(wanted))) {
      case AlertSearch.Found.Alerts(var alerts) ->
          answers.shows(json -> {
            var writer = new AlertJson(json, catalog);
            json.writeArrayPropertyStart("data");
            alerts.forEach(writer::brief);
            json.writeEndArray();
            json.writeObjectPropertyStart("paging");
            json.writeStringProperty("first", link(address, 0));
            if (alerts.size() == wanted.limit()) {
              json.writeStringProperty("next", link(address, wanted.offset() + wanted.limit()));
            }
            json.writeEndObject();
          });
      case AlertSearch.Found.Count _ -> throw new IllegalStateException("a list was asked for");
      case AlertSearch.Found.TooMany _ -> tooMany();
    }
  }

  private void count(Address address) {
    List<Refusal> wrong = new ArrayList<>();
    AlertQuery query = query(address, wrong);
    if (!wrong.isEmpty()) {
      answers.wrong(Answers.UNPROCESSABLE, wrong);
      return;
    }
    switch (transactions.read(s -> new AlertSearch(s, from.id()).count(query))) {
      case AlertSearch.Found.Count(var count) ->
          answers.shows(json -> {
            json.writeObjectPropertyStart("data");
            json.writeNumberProperty("count", count);
            json.writeEndObject();
          });
      case AlertSearch.Found.Alerts _ -> throw new IllegalStateException("a count was asked for");
      case AlertSearch.Found.TooMany _ -> tooMany();
    }
  }

  private void outcome(String request) {
    Optional<RequestOutcome> outcome =
        transactions
            .read(stores -> stores.requests().find(new EventId(request)))
            .filter(o -> o.integration().equals(from.id()));
    outcome.ifPresentOrElse(
        found ->
            answers.shows(json -> {
              json.writeName("data");
              new AlertJson(json, catalog).outcome(found);
            }),
        () ->
            answers.says(
                Status.NOT_FOUND_404, "Request not found: it is not known, or was forgotten"));
  }

  /// Notes are what was written into the timeline; the log is all of it.
  private void timeline(Address address) {
    boolean notes = address.part(1).equals("notes");
    Optional<List<AuditEntry>> entries =
        transactions.read(stores ->
            find(stores, address)
                .map(alert ->
                    alert.alert().page().stream()
                        .flatMap(page -> stores.audit().about(page.value(), TIMELINE_MAX).stream())
                        .filter(e -> !notes || e.deed().action().equals(NOTED))
                        .toList()));
    entries.ifPresentOrElse(
        found ->
            answers.shows(json -> {
              json.writeArrayPropertyStart("data");
              for (AuditEntry entry : found) {
                json.writeStartObject();
                json.writeStringProperty(notes ? "note" : "log", entry.deed().said());
                if (!notes) {
                  json.writeStringProperty("type", entry.deed().action());
                }
                json.writeStringProperty("owner", entry.deed().actor());
                json.writeStringProperty("createdAt", AlertJson.instant(entry.deed().at()));
                json.writeStringProperty("offset", Long.toString(entry.sequence()));
                json.writeEndObject();
              }
              json.writeEndArray();
            }),
        () -> missing(address));
  }

  private Optional<ShownAlert> find(Stores stores, Address address) {
    String name = address.part(0);
    Optional<NumberedAlert> found =
        switch (address.value("identifierType")) {
          case "", "id" -> stores.numbered().find(from.id(), new AlertId(name));
          case "tiny" ->
              name.matches("[0-9]{1,18}")
                  ? stores.numbered().find(from.id(), Long.parseLong(name))
                  : Optional.empty();
          case "alias" ->
              stores.alerts().known(List.of(AlertKey.of(from.id(), name.strip()))).values().stream()
                  .filter(a -> a.state().isOpen())
                  .map(KnownAlert::id)
                  .findFirst()
                  .flatMap(id -> stores.numbered().find(from.id(), id));
          default -> Optional.empty();
        };
    return found.map(new AlertSearch(stores, from.id())::shown);
  }

  private static AlertQuery query(Address address, List<Refusal> wrong) {
    return switch (QueryParser.parse(address.value("query"))) {
      case QueryParser.Parsed.Sound(var query) -> query;
      case QueryParser.Parsed.Wrong(var refusal) -> {
        wrong.add(refusal);
        yield AlertQuery.ALL;
      }
    };
  }

  private static AlertSearch.Order order(Address address, List<Refusal> wrong) {
    String order = address.value("order");
    boolean newestFirst = !order.equals("asc");
    if (newestFirst && !List.of("", "desc").contains(order)) {
      wrong.add(wrong("order", order, "asc or desc"));
    }
    String sort = address.value("sort");
    Comparator<ShownAlert> by = ORDERS.get(sort);
    if (by == null) {
      if (!List.of("", "createdAt", "tinyId").contains(sort)) {
        String known = ORDERS.keySet().stream().sorted().collect(Collectors.joining(", "));
        wrong.add(wrong("sort", sort, "createdAt, tinyId, " + known));
      }
      return new AlertSearch.Order(Optional.empty(), newestFirst);
    }
    return new AlertSearch.Order(Optional.of(newestFirst ? by.reversed() : by), newestFirst);
  }

  private static int number(String name, Address address, Limits limits, List<Refusal> wrong) {
    String value = address.value(name);
    if (value.isEmpty()) {
      return limits.unsaid();
    }
    if (value.matches("[0-9]{1,6}") && Integer.parseInt(value) <= limits.max()) {
      return Integer.parseInt(value);
    }
    wrong.add(wrong(name, value, "a whole number from 0 to " + limits.max()));
    return limits.unsaid();
  }

  private static Refusal wrong(String field, String seen, String allowed) {
    return new Refusal("request." + field, field, seen, allowed);
  }

  private void tooMany() {
    answers.says(
        Answers.UNPROCESSABLE,
        "query: more than "
            + AlertSearch.LOOKED_AT_MAX
            + " alerts would have to be looked at; narrow it by status:open or createdAt > …, or"
            + " sort by createdAt");
  }

  private static String link(Address address, int offset) {
    Map<String, String> query = new HashMap<>(address.query());
    query.put("offset", Integer.toString(offset));
    return query.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", Address.ROOT + "?", ""));
  }
}
