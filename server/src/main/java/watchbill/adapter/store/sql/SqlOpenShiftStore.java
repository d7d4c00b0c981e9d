package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.OpenShiftStore;
import watchbill.time.Span;

/// Keeps open shifts; those still open are few, and have an index of their own.
public final class SqlOpenShiftStore implements OpenShiftStore {
  private static final String ADD =
      """
      INSERT INTO open_shift (id, rota, role, from_at, until_at, holder, reason, opened_by,
        opened_at, state, ended_by, ended_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SAVE =
      "UPDATE open_shift SET state = ?, ended_by = ?, ended_at = ? WHERE id = ?";

  private static final String SHIFT =
      """
      SELECT id, rota, role, from_at, until_at, holder, reason, opened_by, opened_at, state,
        ended_by, ended_at
      FROM open_shift
      """;

  private static final String FIND = SHIFT + "WHERE id = ?";
  private static final String OPEN = SHIFT + "WHERE state = 'open' ORDER BY id";
  private static final String TOUCHING = SHIFT + "WHERE until_at > ? AND from_at < ?";

  private final Sql sql;

  SqlOpenShiftStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(OpenShift shift) {
    Query query =
        sql.of(ADD)
            .text(shift.id())
            .text(shift.rota().handle())
            .text(shift.role().word())
            .instant(shift.span().from())
            .instant(shift.span().until())
            .text(shift.holder().map(PersonId::handle))
            .text(shift.reason())
            .text(shift.openedBy().handle())
            .instant(shift.openedAt());
    state(query, shift.state()).run();
  }

  @Override
  public void save(OpenShift shift) {
    state(sql.of(SAVE), shift.state()).text(shift.id()).run();
  }

  @Override
  public Optional<OpenShift> find(String id) {
    return sql.of(FIND).text(id).first(SqlOpenShiftStore::shift);
  }

  @Override
  public List<OpenShift> open() {
    return sql.of(OPEN).list(SqlOpenShiftStore::shift);
  }

  @Override
  public List<OpenShift> touching(Span span) {
    List<OpenShift> found =
        sql.of(TOUCHING).instant(span.from()).instant(span.until()).list(SqlOpenShiftStore::shift);
    found.sort(Comparator.comparing(OpenShift::id));
    return found;
  }

  private static Query state(Query query, OpenShift.State state) {
    return switch (state) {
      case OpenShift.State.Open _ -> state(query, state, Optional.empty(), Optional.empty());
      case OpenShift.State.Claimed(var by, var at) ->
          state(query, state, Optional.of(by), Optional.of(at));
      case OpenShift.State.Withdrawn(var by, var at) ->
          state(query, state, Optional.of(by), Optional.of(at));
      case OpenShift.State.Expired(var at) ->
          state(query, state, Optional.empty(), Optional.of(at));
    };
  }

  private static Query state(
      Query query, OpenShift.State state, Optional<PersonId> by, Optional<Instant> at) {
    return query.text(state.word()).text(by.map(PersonId::handle)).instant(at);
  }

  private static OpenShift shift(Row row) {
    return new OpenShift(
        row.text(),
        new RotaId(row.text()),
        new Role(row.text()),
        new Span(row.instant(), row.instant()),
        row.optionalText().map(PersonId::new),
        row.text(),
        new PersonId(row.text()),
        row.instant(),
        state(row));
  }

  private static OpenShift.State state(Row row) {
    String word = row.text();
    Optional<PersonId> by = row.optionalText().map(PersonId::new);
    Optional<Instant> at = row.optionalInstant();
    return switch (word) {
      case "open" -> new OpenShift.State.Open();
      case "claimed" -> new OpenShift.State.Claimed(by.orElseThrow(), at.orElseThrow());
      case "withdrawn" -> new OpenShift.State.Withdrawn(by.orElseThrow(), at.orElseThrow());
      case "expired" -> new OpenShift.State.Expired(at.orElseThrow());
      default -> throw new IllegalStateException("an open shift is " + word);
    };
  }
}
