package watchbill.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.catalog.Catalog;
import watchbill.route.Route;
import watchbill.route.RoutePlan;

/// Tries rules on messages that came lately, each as if it came again at its own instant. Nothing
/// is kept and nobody is woken.
public final class RoutePreviews {
  /// How many messages are tried at most.
  public static final int EVENTS_MAX = 1_000;

  private static final int PREVIEWED_MAX = 5_000;

  private RoutePreviews() {}

  /// What the rules would do.
  ///
  /// @param events how many messages were looked at
  /// @param notReadable how many of them can't be read again
  /// @param reports one for each report of something that fires, the newest message first
  public record Preview(int events, int notReadable, List<Previewed> reports) {
    public long differing() {
      return reports.stream().filter(Previewed::differs).count();
    }
  }

  /// One report.
  ///
  /// @param declared where it goes by the rules that are declared
  /// @param tried where it would go
  public record Previewed(Event event, AlertReport.Firing report, Route declared, Route tried) {
    public boolean differs() {
      return !declared.service().equals(tried.service())
          || declared.calling() != tried.calling()
          || !declared.group().equals(tried.group())
          || !declared.timing().equals(tried.timing());
    }
  }

  /// Tries `rules` on the newest messages.
  ///
  /// @param limit how many, at most [#EVENTS_MAX]
  public static Preview preview(
      Configuration configuration, RoutePlan rules, Stores stores, Rereader rereader, int limit) {
    List<Event> events =
        stores.events().newest(Optional.empty(), Optional.empty(), Math.min(limit, EVENTS_MAX));
    Catalog catalog = configuration.catalog();
    List<Previewed> reports = new ArrayList<>();
    int notReadable = 0;
    for (Event event : events) {
      switch (rereader.read(event, event.receivedAt())) {
        case Rereader.Reread.NotReadable _ -> notReadable++;
        case Rereader.Reread.Again(var command, _) -> {
          var declared = new Routing(configuration, stores, event.receivedAt());
          var tried = new Routing(configuration, rules, stores, event.receivedAt());
          for (AlertReport report : command.reports()) {
            if (report instanceof AlertReport.Firing f && reports.size() < PREVIEWED_MAX) {
              reports.add(
                  new Previewed(
                      event,
                      f,
                      NamedService.route(declared, catalog, command.integration(), f),
                      NamedService.route(tried, catalog, command.integration(), f)));
            }
          }
        }
      }
    }
    return new Preview(events.size(), notReadable, List.copyOf(reports));
  }
}
