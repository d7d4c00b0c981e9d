package watchbill.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Port;

/// Keeps alerts, in sets: a storm must cost a few statements, not a few for each alert.
@Port
public interface AlertStore {
  /// The alert that holds each key: the open one, else one that a person resolved and whose key no
  /// newer alert has taken. Keys that nothing holds are absent.
  Map<AlertKey, KnownAlert> known(Collection<AlertKey> keys);

  /// Keeps new alerts. An open one takes its key from whatever held it; one that began and ended
  /// within the batch is kept and holds none.
  void open(List<Alert> alerts);

  /// Notes reports of alerts that are open already; one that was unknown fires again.
  void refresh(List<Refresh> refreshes);

  /// Gives an alert these labels from rules, in place of those it had from them.
  void label(AlertId alert, Map<String, String> added);

  /// Changes the words of an alert without a report of it; labels from rules stay.
  void reword(AlertId alert, Condition words);

  /// Puts open alerts under a page, or under another; nothing suppresses them any more.
  void move(List<AlertId> alerts, PageId page);

  /// Takes open alerts out of their pages, or gives another reason why they have none.
  void suppress(List<AlertId> alerts, Suppression why);

  /// Open alerts whose suppression ends or must be looked at again by `now`, those due longest
  /// first, at most `limit`.
  List<Alert> toExamine(Instant now, int limit);

  /// Open alerts that this very thing suppresses must be looked at again at `at`, whenever it was
  /// to be before.
  void examine(Suppression.Cause cause, String by, Instant at);

  /// All open alerts that have no page must be looked at again at `at`.
  void examineAll(Instant at);

  /// Open alerts that this very thing suppresses, oldest first, at most `limit`.
  List<Alert> suppressed(Suppression.Cause cause, String by, int limit);

  /// Open alerts that have no page, those of one reason together, at most `limit`.
  List<Alert> withoutPage(int limit);

  /// Open alerts that have a page, in a fixed order, from behind `after`, at most `limit`.
  List<Alert> openAfter(Optional<Place> after, int limit);

  /// Open alerts, those without a page first, in a fixed order, from behind `after`, at most
  /// `limit`.
  List<Alert> allOpen(Place after, int limit);

  /// Open alerts of one integration that are shown with all these labels, in the order of
  /// [#allOpen], from behind `after`, at most `limit`.
  List<Alert> openWith(IntegrationId of, Map<String, String> labels, Place after, int limit);

  /// Where one stands in the order of [#openAfter] and [#allOpen].
  ///
  /// @param page empty text for one without a page
  record Place(PageId page, AlertId alert) {
    /// Before all others, also before those without a page.
    public static final Place FIRST = new Place(new PageId(""), new AlertId(""));

    /// Where an alert stands in the order of [#openAfter]; nowhere when it has no page.
    public static Optional<Place> of(Alert alert) {
      return alert.page().map(page -> new Place(page, alert.id()));
    }

    /// Where an alert stands in the order of [#allOpen].
    public static Place ofAny(Alert alert) {
      return of(alert).orElseGet(() -> new Place(FIRST.page, alert.id()));
    }
  }

  /// Nobody knows how these open alerts stand.
  ///
  /// @param until their lease from now on; empty when they have none any more
  void goQuiet(List<AlertId> alerts, Instant since, Optional<Instant> until);

  /// Resolves open alerts. What one of them inhibits must be looked at again at that moment. Those
  /// that a person resolved hold their key until a new alert takes it.
  void resolve(List<AlertId> alerts, AlertState.Resolved how);

  /// Open alerts whose lease has run out at `now`, at most `limit`.
  List<Alert> leasesRunOut(Instant now, int limit);

  /// Lengthens every lease of an open alert that would run out before `until`, to `until`.
  void holdLeases(Instant until);

  /// The open alerts a page covers, oldest first, at most `limit`.
  List<KnownAlert> openOf(PageId page, int limit);

  /// The alerts of a page, open or over, oldest first, at most `limit`.
  List<Alert> of(PageId page, int limit);

  Optional<Alert> find(AlertId id);

  /// One or more reports of one open alert, folded.
  ///
  /// @param alert as it was known before
  /// @param leaseUntil as last reported
  /// @param count how many reports, at least 1
  /// @param news the condition when its words changed
  /// @param added the labels that rules gave it, when it went through them for these news
  record Refresh(
      KnownAlert alert,
      Optional<Instant> leaseUntil,
      Instant seenAt,
      long count,
      EventId lastEvent,
      Optional<Condition> news,
      Optional<Map<String, String>> added) {}
}
