package watchbill.adapter.web.rota;

import java.util.List;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Option;

/// All that is shown of one rota.
///
/// @param headline what it means: `Payments: one gap in December`
/// @param subline how it goes round
/// @param said what was just done; empty when nothing was
/// @param address of the rota, without a query
/// @param role which is drawn
/// @param roles what can be drawn instead
/// @param span which weeks these are, in words
/// @param zone whose wall clock this is
/// @param gaps those that nobody planned
/// @param gapsMore how many there are beside those shown
/// @param rest what is meant by planned gaps; empty when there are none
public record RotaView(
    Frame frame,
    String headline,
    String subline,
    String said,
    String address,
    String span,
    String zone,
    String role,
    List<Way> roles,
    List<Way> months,
    Grid grid,
    List<GapItem> gaps,
    int gapsMore,
    String rest,
    List<String> holidays,
    Load load,
    List<OverrideItem> overrides,
    String asOf) {

  /// A link.
  ///
  /// @param here whether it leads to where the reader is
  public record Way(String address, String words, boolean here) {}

  /// A gap, and what can be done about it.
  ///
  /// @param words when, that nobody is on duty, and why
  /// @param from for the forms that mend it; empty when it is over
  /// @param taker who could take it, if anybody can
  /// @param begun whether it is too late to ask around
  public record GapItem(
      String words, String from, String until, boolean begun, List<Option> taker) {
    public boolean isAhead() {
      return !from.isEmpty();
    }
  }

  /// Who carried how much lately.
  ///
  /// @param fairness how evenly; may be empty
  public record Load(String days, List<LoadRow> rows, String fairness) {}

  /// One person's part of it.
  public record LoadRow(String name, String tint, String duty, String nights) {}

  /// Something that differs from the plan.
  ///
  /// @param over whether it can't be withdrawn any more
  public record OverrideItem(String id, String words, String when, String entered, boolean over) {}
}
