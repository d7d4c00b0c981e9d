package watchbill.adapter.web.rota;

import java.util.List;

/// A rota as weeks in rows.
public record Grid(List<Week> weeks) {

  /// A row.
  ///
  /// @param label `This week`; empty for the others
  /// @param today where the present moment lies in it; empty when it does not
  public record Week(String label, String days, List<String> today, List<Bar> bars) {}

  /// Somebody's duty within a week, or a gap.
  ///
  /// @param look classes of the stylesheet: its tint and its width
  /// @param when from when until when the whole shift lasts, for those who can't see the bar
  /// @param name of those on duty; in a gap that nobody is, and why
  /// @param initials for a bar too narrow for the name
  /// @param more lieutenant, or why it differs from the plan; may be empty
  /// @param differs whether it does
  public record Bar(
      String look, String when, String name, String initials, String more, boolean differs) {}
}
