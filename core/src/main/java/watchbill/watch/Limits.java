package watchbill.watch;

/// From when duty is too much for one person, counted over four weeks that begin on a Monday.
///
/// @param nights on duty at three in the morning, by the rota's clock
/// @param weekends on duty at noon of a Saturday or a Sunday
public record Limits(int nights, int weekends) {
  /// Half of all nights and weekends: what a rota of two can keep to.
  public static final Limits STANDARD = new Limits(14, 2);
}
