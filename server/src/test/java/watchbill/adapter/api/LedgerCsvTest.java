package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What payroll opens in a spreadsheet.
class LedgerCsvTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "ana | ana",
        "`` | ``",
        "-4.50 | -4.50",
        "12 | 12",
        "=1+1 | '=1+1",
        "-1+cmd | '-1+cmd",
        "--4 | '--4",
        "+34 | '+34",
        "@SUM(A1) | '@SUM(A1)",
        "a,b | \"a,b\"",
        "say \"no\" | \"say \"\"no\"\"\"",
        "=HYPERLINK(\"x\",1) | \"'=HYPERLINK(\"\"x\"\",1)\"",
        "2025-01-06 | 2025-01-06"
      })
  void aTextIsNeverAFormula(String text, String cell) {
    assertThat(LedgerCsv.cell(text)).isEqualTo(cell);
  }

  @Test
  void linesAndTabsStayInTheirCell() {
    assertThat(LedgerCsv.cell("\tx")).isEqualTo("'\tx");
    assertThat(LedgerCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(LedgerCsv.cell("\r\n=1")).isEqualTo("\"'\r\n=1\"");
  }

  @Test
  void nothingOwedIsAHeadAlone() {
    assertThat(LedgerCsv.of(List.of())).startsWith("id,person,team,").endsWith(",by,at\r\n");
  }
}
