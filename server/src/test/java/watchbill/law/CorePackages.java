package watchbill.law;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The features of core, in order: each may use only those that stand before it.
///
/// One line holds the order. A feature in brackets is planned and has no package yet: its place is
/// kept, so that nobody has to think twice about where it goes.
record CorePackages(String root, List<String> present, List<String> planned) {
  static final CorePackages OF_WATCHBILL =
      read(
          "watchbill",
          """
          kernel time
          | catalog calendar access audit (anomaly)
          | (metric) (check) (vantage) change alert heartbeat outage silence restraint
          | rota route escalation request notification watch noise
          | (incident) (runbook) (statuspage)
          | (review) (reliability) (dora) workload ledger
          | (cost) (budget) (commitment)
          | (experiment) (drill) (resilience)
          | engine
          """);

  /// Bars are for the reader's eye; the order runs straight through them.
  static CorePackages read(String root, String order) {
    List<String> present = new ArrayList<>();
    List<String> planned = new ArrayList<>();
    for (String name : order.replace("|", " ").strip().split("\\s+", -1)) {
      if (name.startsWith("(")) {
        planned.add(name.substring(1, name.length() - 1));
      } else {
        present.add(name);
      }
    }
    return new CorePackages(root, List.copyOf(present), List.copyOf(planned));
  }

  /// The feature a class belongs to, or nothing when it is not under our root.
  String featureOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
  }

  int place(String feature) {
    return present.indexOf(feature);
  }

  /// What differs between this line and the packages that are really there.
  List<String> differencesFrom(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    classes.forEach(it -> found.add(featureOf(it)));
    found.remove("");
    List<String> faults = new ArrayList<>();
    for (String name : found) {
      if (planned.contains(name)) {
        faults.add(name + " has come: take its brackets off in law/CorePackages.java");
      } else if (!present.contains(name)) {
        faults.add(
            name
                + " has no place in the order: give it one in law/CorePackages.java, after all it"
                + " uses and before all that use it. Does it need to be a package of its own?");
      }
    }
    for (String name : present) {
      if (!found.contains(name)) {
        faults.add(
            name
                + " stands in law/CorePackages.java but has no class. A rule about nothing proves"
                + " nothing: put it in brackets, or take it out");
      }
    }
    return faults;
  }
}
