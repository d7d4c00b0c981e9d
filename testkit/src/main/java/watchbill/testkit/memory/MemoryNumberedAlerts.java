package watchbill.testkit.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.catalog.IntegrationId;
import watchbill.request.NumberedAlert;
import watchbill.request.NumberedAlerts;
import watchbill.testkit.memory.MemoryState.AlertRow;

final class MemoryNumberedAlerts implements NumberedAlerts {
  private static final String LAST_NUMBER = "alert number";

  private final Rows<Long, String> numbers;
  private final Rows<String, Long> counters;
  private final Rows<String, AlertRow> alerts;

  MemoryNumberedAlerts(
      Rows<Long, String> numbers, Rows<String, Long> counters, Rows<String, AlertRow> alerts) {
    this.numbers = numbers;
    this.counters = counters;
    this.alerts = alerts;
  }

  @Override
  public long give(Alert alert) {
    if (all().anyMatch(n -> n.alert().id().equals(alert.id()))) {
      throw new IllegalStateException("the alert has a number: " + alert.id());
    }
    long next = counters.find(LAST_NUMBER).orElse(0L) + 1;
    counters.put(LAST_NUMBER, next);
    numbers.add(next, next + " " + alert.id().value());
    return next;
  }

  @Override
  public Optional<NumberedAlert> find(IntegrationId integration, long number) {
    return of(integration).filter(n -> n.number() == number).findFirst();
  }

  @Override
  public Optional<NumberedAlert> find(IntegrationId integration, AlertId alert) {
    return of(integration).filter(n -> n.alert().id().equals(alert)).findFirst();
  }

  @Override
  public List<NumberedAlert> list(Listing listing, int limit) {
    Comparator<NumberedAlert> order = Comparator.comparingLong(NumberedAlert::number);
    return of(listing.integration())
        .filter(n -> is(n, listing.which()))
        .filter(n ->
            listing.newestFirst() ? n.number() < listing.beyond() : n.number() > listing.beyond())
        .sorted(listing.newestFirst() ? order.reversed() : order)
        .limit(limit)
        .toList();
  }

  @Override
  public long count(IntegrationId integration, Which which) {
    return of(integration).filter(n -> is(n, which)).count();
  }

  @Override
  public void drop(AlertId alert) {
    all()
        .filter(n -> n.alert().id().equals(alert))
        .toList()
        .forEach(n -> numbers.remove(n.number()));
  }

  private static boolean is(NumberedAlert alert, Which which) {
    return switch (which) {
      case OPEN -> alert.alert().state().isOpen();
      case OVER -> !alert.alert().state().isOpen();
      case ALL -> true;
    };
  }

  private Stream<NumberedAlert> of(IntegrationId integration) {
    return all().filter(n -> n.alert().integration().equals(integration));
  }

  private Stream<NumberedAlert> all() {
    return numbers.all().stream().map(this::numbered);
  }

  private NumberedAlert numbered(String row) {
    int space = row.indexOf(' ');
    Alert alert = alerts.find(row.substring(space + 1)).orElseThrow().alert();
    return new NumberedAlert(Long.parseLong(row.substring(0, space)), alert);
  }
}
