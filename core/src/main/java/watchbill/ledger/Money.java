package watchbill.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount, in whole minor units of its currency: 450 EUR are 4.50 euros, 450 JPY 450 yen.
public record Money(long minor, Currency currency) {
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,3})?");
  private static final BigDecimal NANOS_PER_HOUR =
      BigDecimal.valueOf(Duration.ofHours(1).toNanos());
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  public static Money none(Currency currency) {
    return new Money(0, currency);
  }

  /// Reads `4.50`; nothing when it is no amount, or finer than the currency is.
  public static Optional<Money> parse(String text, Currency currency) {
    if (!AMOUNT.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal minor = new BigDecimal(text).movePointRight(digits(currency)).stripTrailingZeros();
    return minor.scale() > 0
        ? Optional.empty()
        : Optional.of(new Money(minor.longValueExact(), currency));
  }

  /// This much an hour, for a while, at a share of it in percent; rounded once, half up.
  public Money forTime(Duration length, int percent) {
    BigDecimal exact =
        BigDecimal.valueOf(minor)
            .multiply(BigDecimal.valueOf(percent))
            .multiply(BigDecimal.valueOf(length.toNanos()))
            .divide(NANOS_PER_HOUR.multiply(WHOLE), 0, RoundingMode.HALF_UP);
    return new Money(exact.longValueExact(), currency);
  }

  public Money times(long count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  /// `-4.50`, with as many digits as the currency has.
  public String amount() {
    return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
  }

  /// `4.50 EUR`.
  public String inWords() {
    return amount() + " " + currency.getCurrencyCode();
  }

  private static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
