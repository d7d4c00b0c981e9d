package watchbill.calendar;

/// An entry of a calendar as programs were shown it last.
///
/// @param calendar whose it is: `rota/payments`, `person/ana`
public record Publication(String calendar, CalendarEntry entry) {}
