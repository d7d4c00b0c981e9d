package watchbill.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest
  @CsvSource({
    "4.50, EUR, 450",
    "4.5, EUR, 450",
    "4.500, EUR, 450",
    "-4.5, EUR, -450",
    "4, EUR, 400",
    "450, JPY, 450",
    "4.567, KWD, 4567",
    "4.505, EUR,",
    "4.5, JPY,",
    "4., EUR,",
    "1e3, EUR,",
    "'4,50', EUR,",
    "1234567890, EUR,"
  })
  void amountsAreReadToTheMinorUnit(String text, String currency, Long minor) {
    assertThat(Money.parse(text, Currency.getInstance(currency)).map(Money::minor))
        .isEqualTo(Optional.ofNullable(minor));
  }

  @ParameterizedTest
  @CsvSource({
    // 4.50 an hour is 0.075 a minute
    "450, 100, 60, 450",
    "450, 100, 1, 8",
    "450, 100, 2, 15",
    "450, 50, 1, 4",
    "449, 100, 1, 7",
    "1, 100, 30, 1",
    "1, 100, 29, 0",
    "450, 0, 60, 0"
  })
  void halfACentIsRoundedUp(long hourly, int percent, long minutes, long cents) {
    assertThat(new Money(hourly, EUR).forTime(Duration.ofMinutes(minutes), percent).minor())
        .isEqualTo(cents);
  }

  @Test
  void itSaysItselfWithTheDigitsOfItsCurrency() {
    assertThat(new Money(-5, EUR).inWords()).isEqualTo("-0.05 EUR");
    assertThat(new Money(450, Currency.getInstance("JPY")).inWords()).isEqualTo("450 JPY");
  }

  @Test
  void currenciesDoNotMix() {
    Money yen = new Money(1, Currency.getInstance("JPY"));
    assertThatThrownBy(() -> new Money(1, EUR).plus(yen))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Money(1, EUR).plus(new Money(2, EUR)).minor()).isEqualTo(3);
  }
}
