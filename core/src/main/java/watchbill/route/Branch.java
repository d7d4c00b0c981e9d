package watchbill.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A route of a tree as Alertmanager has it. An alert goes down into the first route below that
/// matches, and ends where none does; below a route that goes on the next ones are tried too, so
/// that one alert may end in several.
///
/// @param name unlike that of any other route of the tree: `route.routes[1]`
/// @param receiver as the tree calls it
/// @param then what follows for an alert that ends here
/// @param goesOn whether the routes behind it are tried when it matched
public record Branch(
    String name,
    String receiver,
    Predicate<Map<String, String>> matches,
    Effect then,
    boolean goesOn,
    List<Branch> below) {
  public Branch {
    below = List.copyOf(below);
  }

  /// Where an alert with these labels ends, in order; at least one of the root, which everything
  /// matches.
  public List<Branch> ends(Map<String, String> labels) {
    if (!matches.test(labels)) {
      return List.of();
    }
    List<Branch> found = new ArrayList<>();
    for (Branch branch : below) {
      List<Branch> further = branch.ends(labels);
      found.addAll(further);
      if (!further.isEmpty() && !branch.goesOn) {
        break;
      }
    }
    return found.isEmpty() ? List.of(this) : found;
  }

  /// Whether an alert can end in more than one route.
  public boolean canCopy() {
    return below.stream().anyMatch(b -> b.goesOn || b.canCopy());
  }

  public Optional<Branch> find(String wanted) {
    if (name.equals(wanted)) {
      return Optional.of(this);
    }
    return below.stream().flatMap(b -> b.find(wanted).stream()).findFirst();
  }

  /// This route and all below it.
  public List<Branch> all() {
    List<Branch> all = new ArrayList<>(List.of(this));
    below.forEach(b -> all.addAll(b.all()));
    return all;
  }
}
