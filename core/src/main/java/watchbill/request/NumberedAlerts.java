package watchbill.request;

import java.util.List;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Port;

/// The alerts that senders can ask about: only these have a number and are in lists.
@Port
public interface NumberedAlerts {
  /// Gives an alert that has none the next number.
  long give(Alert alert);

  Optional<NumberedAlert> find(IntegrationId integration, long number);

  Optional<NumberedAlert> find(IntegrationId integration, AlertId alert);

  /// Alerts of one integration in the order of their numbers, at most `limit`.
  List<NumberedAlert> list(Listing listing, int limit);

  /// How many alerts an integration has.
  long count(IntegrationId integration, Which which);

  /// The alert is not found and not listed any more; it itself stays.
  void drop(AlertId alert);

  /// Which of an integration's alerts.
  enum Which {
    OPEN,
    OVER,
    ALL
  }

  /// A part of an integration's alerts.
  ///
  /// @param beyond begins after this number, in the order asked for
  record Listing(IntegrationId integration, Which which, boolean newestFirst, long beyond) {
    /// From the beginning.
    public static Listing of(IntegrationId integration, Which which, boolean newestFirst) {
      return new Listing(integration, which, newestFirst, newestFirst ? Long.MAX_VALUE : 0);
    }

    /// What comes after this one.
    public Listing after(NumberedAlert last) {
      return new Listing(integration, which, newestFirst, last.number());
    }
  }
}
