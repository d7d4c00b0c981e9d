package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.request.Swap;
import watchbill.rota.request.SwapStore;
import watchbill.time.Span;

/// Keeps swaps; those that wait for an answer are few, and have an index of their own.
public final class SqlSwapStore implements SwapStore {
  private static final String ADD =
      """
      INSERT INTO rota_swap (id, rota, role, asker, from_at, until_at, other, return_from,
        return_until, note, asked_at, state, ended_at, why)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SAVE =
      "UPDATE rota_swap SET state = ?, ended_at = ?, why = ? WHERE id = ?";

  private static final String SWAP =
      """
      SELECT id, rota, role, asker, from_at, until_at, other, return_from, return_until, note,
        asked_at, state, ended_at, why
      FROM rota_swap
      """;

  private static final String FIND = SWAP + "WHERE id = ?";
  private static final String OPEN = SWAP + "WHERE state = 'asked' ORDER BY id";
  private static final String ASKED_BY = SWAP + "WHERE asker = ? AND asked_at >= ?";
  private static final String ASKED_OF = SWAP + "WHERE other = ? AND asked_at >= ?";

  private final Sql sql;

  SqlSwapStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Swap swap) {
    Query query =
        sql.of(ADD)
            .text(swap.id())
            .text(swap.rota().handle())
            .text(swap.role().word())
            .text(swap.asker().handle())
            .instant(swap.span().from())
            .instant(swap.span().until())
            .text(swap.other().handle())
            .instant(swap.inReturn().map(Span::from))
            .instant(swap.inReturn().map(Span::until))
            .text(swap.note())
            .instant(swap.askedAt());
    state(query, swap.state()).run();
  }

  @Override
  public void save(Swap swap) {
    state(sql.of(SAVE), swap.state()).text(swap.id()).run();
  }

  @Override
  public Optional<Swap> find(String id) {
    return sql.of(FIND).text(id).first(SqlSwapStore::swap);
  }

  @Override
  public List<Swap> open() {
    return sql.of(OPEN).list(SqlSwapStore::swap);
  }

  /// Two questions, each with its index; nobody asks themselves, so no swap answers both.
  @Override
  public List<Swap> of(PersonId person, Instant askedSince) {
    List<Swap> found =
        sql.of(ASKED_BY).text(person.handle()).instant(askedSince).list(SqlSwapStore::swap);
    found.addAll(
        sql.of(ASKED_OF).text(person.handle()).instant(askedSince).list(SqlSwapStore::swap));
    found.sort(Comparator.comparing(Swap::id).reversed());
    return found;
  }

  private static Query state(Query query, Swap.State state) {
    return switch (state) {
      case Swap.State.Asked _ -> state(query, state, Optional.empty(), "");
      case Swap.State.Accepted(var at) -> state(query, state, Optional.of(at), "");
      case Swap.State.Declined(var at, var why) -> state(query, state, Optional.of(at), why);
      case Swap.State.Withdrawn(var at) -> state(query, state, Optional.of(at), "");
      case Swap.State.Expired(var at) -> state(query, state, Optional.of(at), "");
    };
  }

  private static Query state(Query query, Swap.State state, Optional<Instant> at, String why) {
    return query.text(state.word()).instant(at).text(why);
  }

  private static Swap swap(Row row) {
    return new Swap(
        row.text(),
        new RotaId(row.text()),
        new Role(row.text()),
        new PersonId(row.text()),
        new Span(row.instant(), row.instant()),
        new PersonId(row.text()),
        inReturn(row),
        row.text(),
        row.instant(),
        state(row));
  }

  private static Optional<Span> inReturn(Row row) {
    Optional<Instant> from = row.optionalInstant();
    Optional<Instant> until = row.optionalInstant();
    return from.map(f -> new Span(f, until.orElseThrow()));
  }

  private static Swap.State state(Row row) {
    String word = row.text();
    Optional<Instant> ended = row.optionalInstant();
    String why = row.text();
    if (ended.isEmpty()) {
      return new Swap.State.Asked();
    }
    Instant at = ended.get();
    return switch (word) {
      case "accepted" -> new Swap.State.Accepted(at);
      case "declined" -> new Swap.State.Declined(at, why);
      case "withdrawn" -> new Swap.State.Withdrawn(at);
      case "expired" -> new Swap.State.Expired(at);
      default -> throw new IllegalStateException("a swap is " + word);
    };
  }
}
