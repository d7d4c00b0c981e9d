package watchbill.testkit.memory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerStore;

final class MemoryLedgerStore implements LedgerStore {
  private final Rows<String, LedgerEntry> entries;
  private final Rows<String, Choice> choices;
  private final Rows<String, Approval> approvals;

  MemoryLedgerStore(
      Rows<String, LedgerEntry> entries,
      Rows<String, Choice> choices,
      Rows<String, Approval> approvals) {
    this.entries = entries;
    this.choices = choices;
    this.approvals = approvals;
  }

  @Override
  public void append(List<LedgerEntry> added) {
    for (LedgerEntry entry : added) {
      boolean again =
          entry.reverses().isPresent()
              && entries.all().stream().anyMatch(e -> e.reverses().equals(entry.reverses()));
      if (again) {
        throw new IllegalStateException("taken back twice: " + entry.reverses());
      }
      entries.add(entry.id(), entry);
    }
  }

  @Override
  public List<LedgerEntry> of(PersonId person, LocalDate from, LocalDate until) {
    return dated(from, until).filter(e -> e.person().equals(person)).toList();
  }

  @Override
  public List<LedgerEntry> ofTeam(TeamId team, LocalDate from, LocalDate until, int limit) {
    return dated(from, until).filter(e -> e.earning().team().equals(team)).limit(limit).toList();
  }

  @Override
  public List<LedgerEntry> between(LocalDate from, LocalDate until, int limit) {
    return dated(from, until).limit(limit).toList();
  }

  @Override
  public void choose(Choice choice) {
    choices.put(key(choice.person(), choice.month()), choice);
  }

  @Override
  public Optional<Choice> choice(PersonId person, YearMonth month) {
    return choices.find(key(person, month));
  }

  @Override
  public void approve(Approval approval) {
    String key = key(approval.person(), approval.month());
    if (approvals.find(key).isEmpty()) {
      approvals.put(key, approval);
    }
  }

  @Override
  public Optional<Approval> approval(PersonId person, YearMonth month) {
    return approvals.find(key(person, month));
  }

  private Stream<LedgerEntry> dated(LocalDate from, LocalDate until) {
    return entries.all().stream()
        .filter(e -> !e.earning().date().isBefore(from) && e.earning().date().isBefore(until));
  }

  private static String key(PersonId person, YearMonth month) {
    return month + " " + person;
  }
}
