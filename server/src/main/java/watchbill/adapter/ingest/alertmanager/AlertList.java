package watchbill.adapter.ingest.alertmanager;

import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.alert.Alert;
import watchbill.alert.AlertStore;
import watchbill.alert.PageId;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Transactions;
import watchbill.route.Copies;
import watchbill.silence.Patterns;
import watchbill.time.TimeSource;

/// `GET /api/v2/alerts`, `/alerts/groups` and `/receivers`: the open alerts of one integration.
///
/// They are read and written a few hundred at a time: a client may be slow and a storm large, and
/// neither may hold a transaction open or fill the memory.
public final class AlertList implements Routes {
  private static final int AT_ONCE = 500;
  private static final JsonFactory JSON = new JsonFactory();

  private final Entrance entrance;
  private final Transactions transactions;
  private final TimeSource time;
  private final Patterns patterns;
  private final RouteTrees trees;

  public AlertList(
      Supplier<Catalog> catalog,
      Transactions transactions,
      TimeSource time,
      Patterns patterns,
      RouteTrees trees) {
    this.trees = trees;
    this.entrance = new Entrance(catalog::get);
    this.transactions = transactions;
    this.time = time;
    this.patterns = patterns;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(
            Entrance.routes(Method.GET, "/alerts", 0, this::alerts),
            Entrance.routes(Method.GET, "/alerts/groups", 0, this::groups),
            Entrance.routes(Method.GET, "/receivers", 0, this::receivers))
        .flatMap(List::stream)
        .toList();
  }

  private void alerts(ServerRequest request, ServerResponse response) {
    Instant now = time.now();
    answer(
        request,
        response,
        json -> {
          var writer = new AlertWriter(json, now);
          return seen -> seen.forEach(s -> writer.write(s.alert(), s.standing()));
        });
  }

  /// A group is what one page covers; what has no page stands in a group of its own.
  private void groups(ServerRequest request, ServerResponse response) {
    Instant now = time.now();
    answer(request, response, json -> new AlertGroups(json, now, this::groups, trees));
  }

  private Map<PageId, String> groups(Set<PageId> pages) {
    return transactions.read(stores -> {
      Map<PageId, String> groups = new HashMap<>();
      for (PageId page : pages) {
        stores.pages().find(page).ifPresent(p -> groups.put(page, p.group()));
      }
      return groups;
    });
  }

  private void receivers(ServerRequest request, ServerResponse response) {
    entrance
        .integration(request, response)
        .ifPresent(integration ->
            write(
                response,
                json -> {
                  for (String receiver : trees.receivers(integration)) {
                    json.writeStartObject();
                    json.writeStringProperty("name", receiver);
                    json.writeEndObject();
                  }
                }));
  }

  private void answer(
      ServerRequest request, ServerResponse response, Function<JsonGenerator, Sink> form) {
    Optional<Integration> integration = entrance.integration(request, response);
    if (integration.isEmpty()) {
      return;
    }
    switch (AlertFilter.of(request.query(), patterns)) {
      case AlertFilter.Read.Wrong(var refusal) -> Answers.refused(refusal.inWords(), response);
      case AlertFilter.Read.Sound(var filter) ->
          write(
              response,
              json -> {
                Sink sink = form.apply(json);
                Optional<AlertStore.Place> after = Optional.of(AlertStore.Place.FIRST);
                while (after.isPresent()) {
                  Chunk read = read(integration.get().id(), filter, after.get());
                  sink.take(read.seen());
                  after = read.next();
                }
                sink.end();
              });
    }
  }

  /// One alert that is asked for.
  record Seen(Alert alert, AlertStanding standing) {}

  /// Writes what is read, some at a time.
  @FunctionalInterface
  interface Sink {
    void take(List<Seen> seen);

    default void end() {}
  }

  /// Some alerts, and where the next ones are; empty when there are none.
  private record Chunk(List<Seen> seen, Optional<AlertStore.Place> next) {}

  private Chunk read(IntegrationId of, AlertFilter filter, AlertStore.Place after) {
    Instant now = time.now();
    return transactions.read(stores -> {
      var standings = new Standings(stores, patterns, trees, now);
      List<Alert> open = stores.alerts().openWith(of, filter.labels(), after, AT_ONCE);
      List<Seen> seen = new ArrayList<>();
      for (Alert alert : open) {
        boolean isCopy = Copies.route(alert.deduplicationKey()).isPresent();
        if (!isCopy) {
          AlertStanding standing = standings.of(alert, stores);
          if (filter.takes(alert, standing)) {
            seen.add(new Seen(alert, standing));
          }
        }
      }
      return new Chunk(
          seen,
          open.size() < AT_ONCE
              ? Optional.empty()
              : Optional.of(AlertStore.Place.ofAny(open.getLast())));
    });
  }

  private static void write(ServerResponse response, Consumer<JsonGenerator> items) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    try (OutputStream out = response.outputStream();
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartArray();
      items.accept(json);
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
