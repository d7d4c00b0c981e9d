package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertState;
import watchbill.alert.AlertStore;
import watchbill.alert.Condition;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Suppression;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Urgency;

/// Keeps alerts in two tables: `alert`, what was said when it opened, wide and seldom changed; and
/// `standing`, how it stands, narrow, so that a resend rewrites little.
public final class SqlAlertStore implements AlertStore {
  /// Leases moved on at one time; the rest is moved next time. Bounds what one tick costs.
  private static final int LEASES_AT_ONCE = 5_000;

  private final Sql sql;
  private final Optional<HeldKeys> heldKeys;

  /// Alerts over `sql`.
  ///
  /// @param heldKeys finds alerts by their key, where the index does not
  SqlAlertStore(Sql sql, Optional<HeldKeys> heldKeys) {
    this.sql = sql;
    this.heldKeys = heldKeys;
  }

  @Override
  public Map<AlertKey, KnownAlert> known(Collection<AlertKey> keys) {
    Map<AlertKey, KnownAlert> known = HashMap.newHashMap(keys.size());
    byHolder(
        keys,
        AlertTexts.KNOWN,
        AlertTexts.KNOWN_BY_ID,
        query ->
            query.each(row -> {
              KnownAlert alert = AlertRows.known(row);
              known.put(alert.key(), alert);
            }));
    return known;
  }

  /// Does something with the alerts that hold one of these keys.
  private void byHolder(
      Collection<AlertKey> keys, Repeated byKey, Repeated byId, Consumer<Query> then) {
    if (heldKeys.isPresent()) {
      Chunks.toAsk(
          heldKeys.get().holders(keys),
          chunk -> {
            Query query = sql.of(byId.times(chunk.size()));
            chunk.forEach(id -> query.text(id.value()));
            then.accept(query);
          });
    } else {
      Chunks.toAsk(
          keys,
          chunk -> {
            Query query = sql.of(byKey.times(chunk.size()));
            chunk.forEach(key -> query.bytes(key.bytes()));
            then.accept(query);
          });
    }
  }

  @Override
  public void open(List<Alert> alerts) {
    List<AlertKey> keys = alerts.stream().map(Alert::key).distinct().toList();
    byHolder(keys, AlertTexts.RELEASE, AlertTexts.RELEASE_BY_ID, Query::run);
    Chunks.toKeep(
        alerts,
        chunk -> {
          Query words = sql.of(AlertTexts.ADD_WORDS.times(chunk.size()));
          chunk.forEach(alert -> AlertRows.bindWords(words, alert));
          words.run();
          Query standing = sql.of(AlertTexts.ADD_STANDING.times(chunk.size()));
          chunk.forEach(alert -> AlertRows.bindStanding(standing, alert));
          standing.run();
        });
    heldKeys.ifPresent(held -> {
      held.release(keys);
      alerts.stream().filter(AlertRows::holdsKey).forEach(a -> held.take(a.key(), a.id()));
    });
  }

  @Override
  public void refresh(List<Refresh> refreshes) {
    Map<SameReport, List<AlertId>> groups = new LinkedHashMap<>();
    for (Refresh refresh : refreshes) {
      groups
          .computeIfAbsent(SameReport.of(refresh), _ -> new ArrayList<>())
          .add(refresh.alert().id());
    }
    groups.forEach(this::refresh);
    refreshes.forEach(refresh ->
        refresh.news().ifPresent(news -> saveNews(refresh.alert().id(), news, refresh.added())));
  }

  @Override
  public void label(AlertId alert, Map<String, String> added) {
    sql.of(AlertTexts.SAVE_LABELS).text(StringMaps.toJson(added)).text(alert.value()).run();
  }

  @Override
  public void reword(AlertId alert, Condition words) {
    saveNews(alert, words, Optional.empty());
  }

  @Override
  public void move(List<AlertId> alerts, PageId page) {
    Chunks.toAsk(
        alerts,
        chunk -> {
          Query move = sql.of(AlertTexts.MOVE.times(chunk.size())).text(page.value());
          chunk.forEach(id -> move.text(id.value()));
          move.run();
        });
  }

  @Override
  public void suppress(List<AlertId> alerts, Suppression why) {
    Chunks.toAsk(
        alerts,
        chunk -> {
          Query suppress = sql.of(AlertTexts.SUPPRESS.times(chunk.size()));
          AlertRows.bindSuppression(suppress, Optional.of(why), true);
          chunk.forEach(id -> suppress.text(id.value()));
          suppress.run();
        });
  }

  @Override
  public List<Alert> toExamine(Instant now, int limit) {
    return sql.of(AlertTexts.TO_EXAMINE).instant(now).number(limit).list(AlertRows::alert);
  }

  @Override
  public void examine(Suppression.Cause cause, String by, Instant at) {
    sql.of(AlertTexts.EXAMINE).instant(at).instant(at).text(cause.word()).text(by).run();
  }

  @Override
  public List<Alert> suppressed(Suppression.Cause cause, String by, int limit) {
    return sql.of(AlertTexts.SUPPRESSED)
        .text(cause.word())
        .text(by)
        .number(limit)
        .list(AlertRows::alert);
  }

  @Override
  public List<Alert> withoutPage(int limit) {
    return sql.of(AlertTexts.WITHOUT_PAGE).number(limit).list(AlertRows::alert);
  }

  @Override
  public List<Alert> openAfter(Optional<Place> after, int limit) {
    // From behind those without a page, which is '': every id begins with a digit.
    return sql.of(AlertTexts.OPEN_AFTER)
        .text(after.map(p -> p.page().value()).orElse("0"))
        .text(after.map(p -> p.alert().value()).orElse(""))
        .number(limit)
        .list(AlertRows::alert);
  }

  @Override
  public List<Alert> allOpen(Place after, int limit) {
    return sql.of(AlertTexts.ALL_OPEN)
        .text(after.page().value())
        .text(after.alert().value())
        .number(limit)
        .list(AlertRows::alert);
  }

  @Override
  public List<Alert> openWith(
      IntegrationId of, Map<String, String> labels, Place after, int limit) {
    Query query =
        sql.of(AlertTexts.openWith(labels.size()))
            .text(after.page().value())
            .text(after.alert().value())
            .text(of.handle());
    labels.forEach((name, value) -> {
      String member = StringMaps.member(name, value);
      query.text(member).text(member).text(StringMaps.name(name));
    });
    return query.number(limit).list(AlertRows::alert);
  }

  @Override
  public void resolve(List<AlertId> alerts, AlertState.Resolved how) {
    Chunks.toAsk(
        alerts,
        chunk -> {
          Query resolve =
              sql.of(AlertTexts.RESOLVE.times(chunk.size()))
                  .instant(how.at())
                  .text(how.by())
                  .flag(AlertRows.isByPerson(how));
          chunk.forEach(id -> resolve.text(id.value()));
          List<AlertKey> released = new ArrayList<>();
          resolve.each(row -> {
            AlertKey key = AlertKey.ofBytes(row.bytes());
            if (!row.flag()) {
              released.add(key);
            }
          });
          heldKeys.ifPresent(held -> held.release(released));
          Query targets = sql.of(AlertTexts.EXAMINE_TARGETS.times(chunk.size())).instant(how.at());
          chunk.forEach(id -> targets.text(id.value()));
          targets.run();
          Query sources = sql.of(AlertTexts.FORGET_SOURCES.times(chunk.size()));
          chunk.forEach(id -> sources.text(id.value()));
          sources.run();
          Query listed = sql.of(SqlNumberedAlerts.END.times(chunk.size()));
          chunk.forEach(id -> listed.text(id.value()));
          listed.run();
        });
  }

  @Override
  public void goQuiet(List<AlertId> alerts, Instant since, Optional<Instant> until) {
    Chunks.toAsk(
        alerts,
        chunk -> {
          Query quiet =
              sql.of(AlertTexts.GO_QUIET.times(chunk.size()))
                  .instant(since)
                  .instant(until)
                  .instant(until);
          chunk.forEach(id -> quiet.text(id.value()));
          quiet.run();
        });
  }

  @Override
  public void examineAll(Instant at) {
    sql.of(AlertTexts.EXAMINE_ALL).instant(at).run();
  }

  /// The index is over `check_at`, which a resend does not touch; so what is due to be looked at
  /// may have been extended, and is then put off.
  @Override
  public List<Alert> leasesRunOut(Instant now, int limit) {
    if (sql.isWritable()) {
      sql.of(AlertTexts.PUT_OFF).instant(now).instant(now).number(LEASES_AT_ONCE).run();
    }
    return sql.of(AlertTexts.RUN_OUT)
        .instant(now)
        .instant(now)
        .number(limit)
        .list(AlertRows::alert);
  }

  @Override
  public void holdLeases(Instant until) {
    sql.of(AlertTexts.HOLD).instant(until).instant(until).instant(until).run();
  }

  @Override
  public List<KnownAlert> openOf(PageId page, int limit) {
    return sql.of(AlertTexts.OPEN_OF).text(page.value()).number(limit).list(AlertRows::known);
  }

  @Override
  public List<Alert> of(PageId page, int limit) {
    return sql.of(AlertTexts.OF)
        .text(page.value())
        .number(limit)
        .text(page.value())
        .number(limit)
        .number(limit)
        .list(AlertRows::alert);
  }

  @Override
  public Optional<Alert> find(AlertId id) {
    return sql.of(AlertTexts.FIND).text(id.value()).first(AlertRows::alert);
  }

  /// What resends have in common when they come in one message: all their alerts are then updated
  /// by one statement.
  private record SameReport(
      Optional<Instant> leaseUntil,
      Instant seenAt,
      long count,
      EventId lastEvent,
      boolean checkEarlier) {
    static SameReport of(Refresh refresh) {
      return new SameReport(
          refresh.leaseUntil(),
          refresh.seenAt(),
          refresh.count(),
          refresh.lastEvent(),
          isEarlier(refresh.leaseUntil(), refresh.alert().leaseUntil()));
    }

    private static boolean isEarlier(Optional<Instant> lease, Optional<Instant> before) {
      return lease.isPresent()
          ? before.isEmpty() || lease.get().isBefore(before.get())
          : before.isPresent();
    }
  }

  private void refresh(SameReport report, List<AlertId> alerts) {
    Repeated text = report.checkEarlier() ? AlertTexts.REFRESH_EARLIER : AlertTexts.REFRESH;
    Chunks.toAsk(
        alerts,
        chunk -> {
          Query refresh =
              sql.of(text.times(chunk.size()))
                  .instant(report.seenAt())
                  .number(report.count())
                  .text(report.lastEvent().value())
                  .instant(report.leaseUntil());
          if (report.checkEarlier()) {
            refresh.instant(report.leaseUntil());
          }
          chunk.forEach(id -> refresh.text(id.value()));
          refresh.run();
        });
  }

  private void saveNews(AlertId id, Condition news, Optional<Map<String, String>> added) {
    Query words =
        sql.of(added.isPresent() ? AlertTexts.SAVE_WORDS_AND_LABELS : AlertTexts.SAVE_WORDS)
            .text(news.summary())
            .text(news.source())
            .text(news.severity().word())
            .text(StringMaps.toJson(news.labels()))
            .text(StringMaps.toJson(news.details()));
    added.ifPresent(labels -> words.text(StringMaps.toJson(labels)));
    words.text(id.value()).run();
    String fingerprint =
        news.severity().urgency() == Urgency.NOW
            ? AlertTexts.SAVE_FINGERPRINT_URGENT
            : AlertTexts.SAVE_FINGERPRINT;
    sql.of(fingerprint).number(news.fingerprint()).text(id.value()).run();
  }
}
