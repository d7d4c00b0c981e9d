package watchbill.adapter.web.rota;

/// A place or a width in a week, as classes of the stylesheet: pages carry no styles of their own.
///
/// @param quarters of hours, 0 to [WeekRule#LENGTH]
record Width(int quarters) {
  private static final int QUARTERS_AN_HOUR = 4;

  /// `d3 h9 q0`: three days, nine hours and no quarter.
  String look() {
    int days = quarters / WeekRule.QUARTERS_A_DAY;
    int hours = quarters % WeekRule.QUARTERS_A_DAY / QUARTERS_AN_HOUR;
    return "d" + days + " h" + hours + " q" + quarters % QUARTERS_AN_HOUR;
  }
}
