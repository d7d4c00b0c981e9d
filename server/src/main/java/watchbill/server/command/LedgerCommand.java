package watchbill.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// `watchbill ledger`.
@Command(
    name = "ledger",
    description = "Shows what people are owed for duty, for reading or for payroll.",
    mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
  @Mixin private ReportFormat report = new ReportFormat();

  @Option(names = "--team", paramLabel = "TEAM", description = "Only what one team owes.")
  private @Nullable String team;

  @Option(names = "--person", paramLabel = "PERSON", description = "Only what one person is owed.")
  private @Nullable String person;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day, like 2026-01-01 (default: the first of this month).")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "The day after the last (default: a month after the first).")
  private @Nullable String until;

  @Override
  public Integer call() {
    report.print("/api/v1/ledger", query(), LedgerCommand::lines);
    return 0;
  }

  private List<String> query() {
    List<String> parts = new ArrayList<>();
    ReportFormat.add(parts, "team", team);
    ReportFormat.add(parts, "person", person);
    ReportFormat.add(parts, "from", from);
    ReportFormat.add(parts, "until", until);
    return parts;
  }

  static List<String> lines(JsonNode said) {
    List<String> lines = new ArrayList<>();
    for (JsonNode entry : said.path("entries")) {
      lines.add(
          "%-10s  %-12s %-12s %14s  %s"
              .formatted(
                  entry.path("date").asString(""),
                  entry.path("person").asString(""),
                  entry.path("team").asString(""),
                  owed(entry),
                  entry.path("because").asString("")));
    }
    for (JsonNode total : said.path("totals")) {
      lines.add(total.path("person").asString("") + " is owed " + sum(total));
    }
    for (JsonNode month : said.path("months")) {
      String by = month.path("approvedBy").asString("");
      lines.add(
          "%s of %s: %s"
              .formatted(
                  month.path("month").asString(""),
                  month.path("person").asString(""),
                  by.isEmpty() ? "not approved" : "approved by " + by));
    }
    return lines.isEmpty() ? List.of("nothing is owed for these days") : lines;
  }

  private static String owed(JsonNode entry) {
    return entry.has("amount")
        ? entry.path("amount").asString("") + " " + entry.path("currency").asString("")
        : days(entry.path("halfDays").asInt(0));
  }

  private static String sum(JsonNode total) {
    String pay =
        StreamSupport.stream(total.path("pay").spliterator(), false)
            .map(p -> p.asString(""))
            .collect(Collectors.joining(" and "));
    int halfDays = total.path("halfDays").asInt(0);
    if (halfDays == 0) {
      return pay.isEmpty() ? "nothing" : pay;
    }
    return pay.isEmpty() ? days(halfDays) : pay + " and " + days(halfDays);
  }

  private static String days(int halfDays) {
    return halfDays % 2 == 0 ? halfDays / 2 + " days off" : halfDays / 2.0 + " days off";
  }
}
