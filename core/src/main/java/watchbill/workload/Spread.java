package watchbill.workload;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import watchbill.catalog.PersonId;

/// How evenly something is spread over a team.
///
/// @param most who has most of it; the first by handle when several have
/// @param deviation the standard deviation over everybody, who are all there are and not a sample
public record Spread(Measure measure, Share most, Share least, double mean, double deviation) {
  /// What is compared.
  public enum Measure {
    NIGHTS("night"),
    WEEKENDS("weekend"),
    HOURS("hour"),
    INTERRUPTIONS("interruption");

    private static final double MINUTES_PER_HOUR = 60;

    private final String one;

    Measure(String one) {
      this.one = one;
    }

    public double of(Load load) {
      return switch (this) {
        case NIGHTS -> load.nights();
        case WEEKENDS -> load.weekends();
        case HOURS -> load.hours().total().toMinutes() / MINUTES_PER_HOUR;
        case INTERRUPTIONS -> load.interruptions();
      };
    }

    String times(double count) {
      return number(count) + " " + (count == 1 ? one : one + "s");
    }
  }

  /// How much of it one person has.
  public record Share(PersonId person, double count) {}

  /// The spread over these, of whom there is at least one.
  public static Spread of(Measure measure, List<Load> loads) {
    List<Share> shares =
        loads.stream()
            .map(l -> new Share(l.person(), measure.of(l)))
            .sorted(Comparator.comparing(s -> s.person().handle()))
            .toList();
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("nobody shares anything");
    }
    Share most = shares.getFirst();
    Share least = shares.getFirst();
    for (Share share : shares) {
      most = share.count() > most.count() ? share : most;
      least = share.count() < least.count() ? share : least;
    }
    double mean = shares.stream().mapToDouble(Share::count).average().orElse(0);
    double variance =
        shares.stream().mapToDouble(s -> Math.pow(s.count() - mean, 2)).average().orElse(0);
    return new Spread(measure, most, least, mean, Math.sqrt(variance));
  }

  public double range() {
    return most.count() - least.count();
  }

  /// `fair within 1 night`, or who has most and least, and by how much.
  public String inWords() {
    if (range() <= 1) {
      return "fair within " + measure.times(1);
    }
    return "%s apart: %s has %s, %s has %s; standard deviation %s"
        .formatted(
            measure.times(range()),
            most.person(),
            number(most.count()),
            least.person(),
            number(least.count()),
            number(deviation));
  }

  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f", rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }
}
