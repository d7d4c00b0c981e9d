package watchbill.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import watchbill.catalog.TeamId;

/// Settles months.
public final class Ledgers {
  private static final String BY_RULE = "watchbill";

  private Ledgers() {}

  /// What settling a month comes to.
  ///
  /// @param entries to append, in this order; none when all was entered before
  /// @param notes what could not be settled, in words
  public record Settlement(List<LedgerEntry> entries, List<String> notes) {
    public Settlement {
      entries = List.copyOf(entries);
      notes = List.copyOf(notes);
    }
  }

  /// What must be appended so that what stands in the ledger is what was earned: nothing for what
  /// stands there already, a reversal for what should not, an entry for what is missing.
  ///
  /// Days that are over are settled, and calls that are; the rest waits for the next time.
  public static Settlement settle(
      Account account, Happened happened, Supplier<String> nextId, Instant now) {
    Earned earned = new Earned();
    StandByPay.add(account, happened.stints(), now, earned);
    CallPay.add(account, happened, now, earned);
    Map<Earning, String> missing = new LinkedHashMap<>(earned.earnings());
    Set<LedgerEntry> wrong =
        account.standing().stream()
            .filter(e -> missing.remove(e.earning()) == null)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<LedgerEntry> entries = new ArrayList<>();
    String late = account.approved() ? "; entered after the month was approved" : "";
    for (LedgerEntry entry : wrong) {
      entries.add(reversal(entry, late, nextId.get(), now));
    }
    missing.forEach((earning, because) ->
        entries.add(
            new LedgerEntry(
                nextId.get(),
                account.person().id(),
                earning,
                Optional.empty(),
                because + late,
                BY_RULE,
                now)));
    return new Settlement(entries, earned.notes());
  }

  private static LedgerEntry reversal(LedgerEntry entry, String late, String id, Instant now) {
    String because = "takes back: " + entry.because() + "; it turned out otherwise" + late;
    return new LedgerEntry(
        id,
        entry.person(),
        entry.earning().negated(),
        Optional.of(entry.id()),
        because,
        BY_RULE,
        now);
  }

  static String noRules(TeamId team, Account account) {
    String region = account.person().region().map(r -> " in region " + r).orElse("");
    return "there are no duty rules for team "
        + team
        + region
        + " on some day of "
        + account.month();
  }
}
