package watchbill.adapter.web.now;

import java.util.List;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.PageRow;

/// All that is shown.
///
/// @param headline what it means: `1 page needs someone`
/// @param subline the rest of it; may be empty
/// @param holes what Watchbill missed lately, the last in front
/// @param open pages that are not over
/// @param recent pages that are, newest first
/// @param services handles that can be paged for
/// @param asOf when this was read
public record NowView(
    Frame frame,
    String headline,
    String subline,
    List<Hole> holes,
    List<PageRow> open,
    List<PageRow> recent,
    List<DutyRow> duties,
    List<String> services,
    Raise raise,
    String asOf) {

  /// A spell of which nothing is known.
  ///
  /// @param meaning what follows from it for the reader
  public record Hole(Mark mark, String meaning) {}

  /// Who is on duty in one rota.
  ///
  /// @param address of the rota
  public record DutyRow(
      String address, String rota, Holder primary, Holder lieutenant, String left) {}

  /// Whoever holds a role, or why nobody does.
  ///
  /// @param mark set when nobody does
  /// @param detail `until Mon 09:00`, or the reason
  public record Holder(String name, List<Mark> mark, String detail) {
    public boolean isNobody() {
      return !mark.isEmpty();
    }
  }

  /// The form, as it was sent when it was wrong.
  ///
  /// @param field which field is at fault; empty when none is
  public record Raise(String service, String summary, String field, String mistake) {
    static final Raise EMPTY = new Raise("", "", "", "");

    public boolean isWrong() {
      return !mistake.isEmpty();
    }
  }
}
