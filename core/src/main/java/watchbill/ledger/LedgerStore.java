package watchbill.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.kernel.Port;

/// Keeps the ledger. There is no way to change or remove an entry.
@Port
public interface LedgerStore {
  void append(List<LedgerEntry> entries);

  /// Of one person, dated from `from` to before `until`; in the order they were entered.
  List<LedgerEntry> of(PersonId person, LocalDate from, LocalDate until);

  /// Of one team, likewise, at most `limit`.
  List<LedgerEntry> ofTeam(TeamId team, LocalDate from, LocalDate until, int limit);

  /// Of everybody, likewise, at most `limit`.
  List<LedgerEntry> between(LocalDate from, LocalDate until, int limit);

  /// Keeps a choice; the last for a month counts.
  void choose(Choice choice);

  Optional<Choice> choice(PersonId person, YearMonth month);

  /// Closes a month. A second approval of the same changes nothing.
  void approve(Approval approval);

  Optional<Approval> approval(PersonId person, YearMonth month);
}
