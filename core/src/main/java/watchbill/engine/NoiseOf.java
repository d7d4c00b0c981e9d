package watchbill.engine;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.alert.Alert;
import watchbill.audit.AuditEntry;
import watchbill.audit.Deed;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.escalation.Page;
import watchbill.escalation.PageLife;
import watchbill.noise.Disturbance;
import watchbill.noise.Disturbances;
import watchbill.noise.Judged;
import watchbill.noise.Origin;
import watchbill.time.Span;

/// Reads what the pages of a span cost people.
public final class NoiseOf {
  /// More than these nobody judges one by one, and reading them would hold up others.
  public static final int PAGES_MAX = 5_000;

  private static final int OF_A_PAGE_MAX = 500;
  private static final String OPENED = "page.opened";

  /// As `PageGroups` says which rules decided; it stands last.
  private static final Pattern RULES = Pattern.compile("; rules? ([^;]+)$");

  private NoiseOf() {}

  /// Pages that opened in the span, oldest first. Nothing when there are more than [#PAGES_MAX]:
  /// figures that leave some out would be no figures.
  ///
  /// @param of the services that are asked about
  public static Optional<List<Disturbance>> pages(
      Configuration configuration, Stores stores, Span span, Predicate<ServiceId> of) {
    List<PageLife> alive = stores.pages().aliveWithin(span, PAGES_MAX + 1);
    if (alive.size() > PAGES_MAX) {
      return Optional.empty();
    }
    Function<PersonId, ZoneId> zones =
        person -> configuration.catalog().person(person).map(Person::zone).orElse(ZoneOffset.UTC);
    List<Disturbance> found = new ArrayList<>();
    for (PageLife life : alive) {
      if (span.contains(life.openedAt()) && of.test(life.service())) {
        stores
            .pages()
            .find(life.page())
            .map(page -> Disturbances.of(known(page, stores), zones))
            .ifPresent(found::add);
      }
    }
    return Optional.of(List.copyOf(found));
  }

  private static Disturbances.Known known(Page page, Stores stores) {
    List<Deed> happened =
        stores.audit().about(page.id().value(), OF_A_PAGE_MAX).stream()
            .map(AuditEntry::deed)
            .toList();
    return new Disturbances.Known(
        page,
        origin(stores.alerts().of(page.id(), 1), happened),
        happened,
        stores.notifications().of(page.id(), OF_A_PAGE_MAX),
        stores.judgements().of(page.id()).map(Judged::judgement));
  }

  /// A page whose alerts all moved elsewhere is still known to have been opened by somebody.
  private static Origin origin(List<Alert> first, List<Deed> happened) {
    Optional<Deed> opened = happened.stream().filter(d -> d.action().equals(OPENED)).findFirst();
    IntegrationId from =
        first.stream()
            .map(Alert::integration)
            .findFirst()
            .or(() -> opened.map(d -> new IntegrationId(d.actor())))
            .orElseGet(() -> new IntegrationId("unknown"));
    String rule =
        first.stream()
            .map(a -> a.shown().labels())
            .map((Map<String, String> labels) -> labels.getOrDefault(Origin.LABEL, ""))
            .findFirst()
            .orElse("");
    return new Origin(from, rule, opened.map(NoiseOf::rules).orElse(List.of()));
  }

  private static List<String> rules(Deed opened) {
    Matcher matcher = RULES.matcher(opened.because());
    return matcher.find() ? List.of(matcher.group(1).split(", ")) : List.of();
  }
}
