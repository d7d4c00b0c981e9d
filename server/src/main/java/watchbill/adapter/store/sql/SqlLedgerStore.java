package watchbill.adapter.store.sql;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.Compensation;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerStore;

/// Keeps the ledger; no statement here changes or removes an entry.
public final class SqlLedgerStore implements LedgerStore {
  private static final String APPEND =
      "INSERT INTO ledger_entry ("
          + LedgerColumns.NAMES
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String ENTRIES = "SELECT " + LedgerColumns.NAMES + " FROM ledger_entry ";

  private static final String OF = ENTRIES + "WHERE person = ? AND dated >= ? AND dated < ?";

  private static final String OF_TEAM =
      ENTRIES + "WHERE team = ? AND dated >= ? AND dated < ? ORDER BY id LIMIT ?";

  private static final String BETWEEN =
      ENTRIES + "WHERE dated >= ? AND dated < ? ORDER BY id LIMIT ?";

  private static final String CHOOSE =
      """
      INSERT INTO ledger_choice (person, month, compensation, made_by, made_at)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (person, month) DO UPDATE SET
        compensation = excluded.compensation,
        made_by = excluded.made_by,
        made_at = excluded.made_at
      """;

  private static final String CHOICE =
      "SELECT compensation, made_by, made_at FROM ledger_choice WHERE person = ? AND month = ?";

  private static final String APPROVE =
      """
      INSERT INTO ledger_approval (person, month, made_by, made_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (person, month) DO NOTHING
      """;

  private static final String APPROVAL =
      "SELECT made_by, made_at FROM ledger_approval WHERE person = ? AND month = ?";

  /// A person's few months are sorted here, so that their index is used and not that of the ids.
  private static final Comparator<LedgerEntry> AS_ENTERED = Comparator.comparing(LedgerEntry::id);

  private final Sql sql;

  SqlLedgerStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void append(List<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      Query query = sql.of(APPEND);
      LedgerColumns.write(entry, query);
      query.run();
    }
  }

  @Override
  public List<LedgerEntry> of(PersonId person, LocalDate from, LocalDate until) {
    List<LedgerEntry> found =
        sql.of(OF)
            .text(person.handle())
            .text(from.toString())
            .text(until.toString())
            .list(LedgerColumns::read);
    found.sort(AS_ENTERED);
    return found;
  }

  @Override
  public List<LedgerEntry> ofTeam(TeamId team, LocalDate from, LocalDate until, int limit) {
    return sql.of(OF_TEAM)
        .text(team.handle())
        .text(from.toString())
        .text(until.toString())
        .number(limit)
        .list(LedgerColumns::read);
  }

  @Override
  public List<LedgerEntry> between(LocalDate from, LocalDate until, int limit) {
    return sql.of(BETWEEN)
        .text(from.toString())
        .text(until.toString())
        .number(limit)
        .list(LedgerColumns::read);
  }

  @Override
  public void choose(Choice choice) {
    sql.of(CHOOSE)
        .text(choice.person().handle())
        .text(choice.month().toString())
        .text(choice.compensation().word())
        .text(choice.by())
        .instant(choice.at())
        .run();
  }

  @Override
  public Optional<Choice> choice(PersonId person, YearMonth month) {
    return sql.of(CHOICE)
        .text(person.handle())
        .text(month.toString())
        .first(row ->
            new Choice(person, month, Compensation.ofWord(row.text()), row.text(), row.instant()));
  }

  @Override
  public void approve(Approval approval) {
    sql.of(APPROVE)
        .text(approval.person().handle())
        .text(approval.month().toString())
        .text(approval.by())
        .instant(approval.at())
        .run();
  }

  @Override
  public Optional<Approval> approval(PersonId person, YearMonth month) {
    return sql.of(APPROVAL)
        .text(person.handle())
        .text(month.toString())
        .first(row -> new Approval(person, month, row.text(), row.instant()));
  }
}
