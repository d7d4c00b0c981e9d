package watchbill.adapter.web.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import watchbill.adapter.web.Filled;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Option;

/// A form.
///
/// @param headline what it is for
/// @param hint what follows when it is sent
/// @param back where to go without sending it
/// @param zone whose clock its times are on
/// @param missing why there is nothing to fill in; empty when there is
/// @param lists what can be chosen in each field that is a list
public record EntryView(
    Frame frame,
    String headline,
    String hint,
    String action,
    String back,
    String zone,
    String missing,
    Map<String, List<Option>> lists,
    Filled filled) {

  public List<Option> list(String field) {
    return lists.getOrDefault(field, List.of());
  }

  /// Mistakes that belong to no field of the form.
  public List<String> others(String... fields) {
    return filled.mistakesBeside(Set.of(fields));
  }
}
