package watchbill.adapter.web.card;

import java.util.List;

/// All that is printed.
///
/// @param asOf when it was true
/// @param whenDown what to do, step by step
public record CardView(
    String title,
    String asOf,
    List<Rota> rotas,
    List<Ladder> ladders,
    List<Reach> people,
    List<String> whenDown) {

  /// Who holds one role of one rota.
  ///
  /// @param heading `payments, primary (Europe/Madrid)`
  public record Rota(String heading, List<Watch> watches) {}

  /// One stretch of it.
  ///
  /// @param when `Mon 6 Jan 09:00 – Mon 13 Jan 09:00`
  public record Watch(String when, String who, boolean isGap) {}

  /// Whom to call for these services, in which order.
  public record Ladder(String services, List<String> steps) {}

  /// One person's numbers and address.
  public record Reach(String name, String numbers, String mail) {}
}
