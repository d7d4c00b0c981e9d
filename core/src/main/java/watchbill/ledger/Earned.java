package watchbill.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Gathers what somebody earned, each with the words for it.
final class Earned {
  private final Map<Earning, String> earnings = new LinkedHashMap<>();
  private final TreeSet<String> notes = new TreeSet<>();

  void add(Earning earning, String because) {
    earnings.put(earning, because);
  }

  void note(String words) {
    notes.add(words);
  }

  Map<Earning, String> earnings() {
    return earnings;
  }

  List<String> notes() {
    return new ArrayList<>(notes);
  }
}
