package watchbill.adapter.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import watchbill.adapter.api.LedgerJson.Entry;

/// The ledger for payroll, as RFC 4180 has it.
///
/// People open such a file in a spreadsheet, which runs a text that begins like a formula. Such a
/// text gets an apostrophe before it, as every spreadsheet understands; a number does not, so that
/// a correction of -4.50 stays a number.
final class LedgerCsv {
  private static final String HEAD =
      "id,person,team,date,item,rota,role,kind,pages,woken_at,seconds,amount,currency,half_days,"
          + "off_from,off_until,reverses,because,by,at";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final String FORMULA = "=+-@\t\r\n";
  private static final String END = "\r\n";

  private LedgerCsv() {}

  static String of(List<Entry> entries) {
    return entries.stream()
        .map(LedgerCsv::row)
        .collect(Collectors.joining(END, HEAD + END, entries.isEmpty() ? "" : END));
  }

  private static String row(Entry e) {
    List<Object> cells = new ArrayList<>(List.of(e.id(), e.person(), e.team(), e.date(), e.item()));
    cells.addAll(List.of(e.rota(), e.role(), e.kind(), String.join(" ", e.pages())));
    cells.addAll(List.of(e.wokenAt(), e.seconds(), e.amount(), e.currency(), e.halfDays()));
    cells.addAll(List.of(e.offFrom(), e.offUntil(), e.reverses(), e.because(), e.by(), e.at()));
    return cells.stream()
        .map(LedgerCsv::text)
        .map(LedgerCsv::cell)
        .collect(Collectors.joining(","));
  }

  private static String text(Object cell) {
    return cell instanceof Optional<?> o ? o.map(Object::toString).orElse("") : cell.toString();
  }

  static String cell(String text) {
    boolean formula =
        !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
