package watchbill.restraint;

import java.util.List;
import watchbill.silence.Matcher;

/// While something that matches `source` fires, nobody is woken for what matches `target`.
///
/// @param equal labels that must be the same on both
public record InhibitionRule(List<Matcher> source, List<Matcher> target, List<String> equal) {
  public InhibitionRule {
    source = List.copyOf(source);
    target = List.copyOf(target);
    equal = equal.stream().sorted().distinct().toList();
  }
}
