package watchbill.adapter.web.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import watchbill.adapter.web.Names;
import watchbill.catalog.Person;
import watchbill.engine.Stores;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;

/// What somebody is owed, by month: this one and the last.
record Dues(Stores stores, Person person, Instant now) {

  List<MyDutyView.OwedItem> items() {
    LocalDate today = now.atZone(person.zone()).toLocalDate();
    YearMonth month = YearMonth.from(today);
    return Stream.of(month, month.minusMonths(1)).map(this::item).flatMap(List::stream).toList();
  }

  /// Nothing at all for a month without entries.
  private List<MyDutyView.OwedItem> item(YearMonth month) {
    List<LedgerEntry> entries =
        stores.ledger().of(person.id(), month.atDay(1), month.plusMonths(1).atDay(1));
    if (entries.isEmpty()) {
      return List.of();
    }
    boolean approved = stores.ledger().approval(person.id(), month).isPresent();
    String count = entries.size() == 1 ? "1 entry" : entries.size() + " entries";
    return List.of(
        new MyDutyView.OwedItem(
            MyTimes.month(month),
            words(entries),
            count + (approved ? ", approved" : ", not approved yet")));
  }

  private static String words(List<LedgerEntry> entries) {
    Map<String, Money> money = new LinkedHashMap<>();
    int halfDays = 0;
    for (LedgerEntry entry : entries) {
      switch (entry.earning().owed()) {
        case Owed.Pay(var amount) ->
            money.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
        case Owed.TimeOff(var half, _) -> halfDays += half;
      }
    }
    List<String> parts = new ArrayList<>(money.values().stream().map(Money::inWords).toList());
    if (halfDays != 0) {
      parts.add(days(halfDays));
    }
    return parts.isEmpty() ? "nothing" : Names.list(parts);
  }

  private static String days(int halfDays) {
    String number = halfDays % 2 == 0 ? Integer.toString(halfDays / 2) : halfDays / 2.0 + "";
    return number + (halfDays == 2 ? " day off" : " days off");
  }
}
