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

  /// @param heading `payments, primary (Europe/Madrid)`
  public record Rota(String heading, List<Watch> watches) {}

  /// @param when `Mon 6 Jan 09:00 – Mon 13 Jan 09:00`
  public record Watch(String when, String who, boolean isGap) {}

  public record Ladder(String services, List<String> steps) {}

  public record Reach(String name, String numbers, String mail) {}
}
