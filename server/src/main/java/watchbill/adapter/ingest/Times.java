package watchbill.adapter.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// Reads the times that senders write: ISO 8601, with all they do to it.
///
/// By hand, since it is read for every alert: a `T` or a blank, with or without seconds, any number
/// of decimals, an offset with or without a colon, `Z`, or nothing, which then is UTC.
public final class Times {
  private static final int SECONDS_OF_DAY = 86_400;

  private final String text;
  private int at;
  private boolean wrong;

  private Times(String text) {
    this.text = text;
  }

  /// The instant, in whole microseconds; empty when it is none.
  public static Optional<Instant> parse(String text) {
    var reader = new Times(text.strip());
    Instant instant = reader.read();
    boolean whole = reader.at == reader.text.length();
    return reader.wrong || !whole ? Optional.empty() : Optional.of(instant);
  }

  private Instant read() {
    int year = digits(4);
    expect('-');
    int month = within(digits(2), 1, 12);
    expect('-');
    int day = digits(2);
    separator();
    int hour = within(digits(2), 0, 23);
    expect(':');
    int minute = within(digits(2), 0, 59);
    int second = 0;
    long micros = 0;
    // Some libraries leave out seconds that are zero.
    if (peek() == ':') {
      at++;
      second = Math.min(within(digits(2), 0, 60), 59);
      micros = fraction();
    }
    int offset = offset();
    if (wrong || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      wrong = true;
      return Instant.EPOCH;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    long seconds = days * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second - offset;
    return Instant.ofEpochSecond(seconds, micros * 1000);
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int digit = peek() - '0';
      if (digit < 0 || digit > 9) {
        wrong = true;
        return 0;
      }
      value = value * 10 + digit;
      at++;
    }
    return value;
  }

  private long fraction() {
    if (peek() != '.' && peek() != ',') {
      return 0;
    }
    at++;
    long micros = 0;
    int count = 0;
    while (isDigit(peek())) {
      if (count < 6) {
        micros = micros * 10 + (peek() - '0');
      }
      count++;
      at++;
    }
    wrong |= count == 0;
    for (int i = count; i < 6; i++) {
      micros *= 10;
    }
    return micros;
  }

  private int offset() {
    char sign = peek();
    if (sign == 'Z' || sign == 'z') {
      at++;
      return 0;
    }
    if (sign != '+' && sign != '-') {
      return 0;
    }
    at++;
    int hours = within(digits(2), 0, 18);
    if (peek() == ':') {
      at++;
    }
    int minutes = isDigit(peek()) ? within(digits(2), 0, 59) : 0;
    int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }

  private void separator() {
    char c = peek();
    wrong |= c != 'T' && c != 't' && c != ' ';
    at++;
  }

  private void expect(char wanted) {
    wrong |= peek() != wanted;
    at++;
  }

  private int within(int value, int min, int max) {
    wrong |= value < min || value > max;
    return value;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
