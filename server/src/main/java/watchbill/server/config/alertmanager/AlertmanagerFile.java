package watchbill.server.config.alertmanager;

import java.util.List;
import watchbill.restraint.InhibitionRule;
import watchbill.route.Branch;

/// What one file says, as far as it can be mapped.
///
/// @param root everything matches it
/// @param inhibitions in the order of the file
/// @param text the same once more as a file, without anything that is secret or not mapped: what
///   `amtool config show` prints
public record AlertmanagerFile(Branch root, List<InhibitionRule> inhibitions, String text) {
  public AlertmanagerFile {
    inhibitions = List.copyOf(inhibitions);
  }
}
