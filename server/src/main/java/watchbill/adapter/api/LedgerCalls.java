package watchbill.adapter.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.kernel.Refusal;
import watchbill.ledger.Compensation;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;

/// Calls about what people are owed. Pay is private: each sees their own, whoever leads a team sees
/// that of its people, the administrator sees all.
final class LedgerCalls {
  private static final int HANDLE_MAX = 100;
  private static final int REASON_MAX = 500;
  private static final int ENTRIES_MAX = 10_000;
  private static final int DAYS_MAX = 366;

  private LedgerCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/ledger", LedgerCalls::list),
        means.post("/api/v1/ledger/choice", LedgerCalls::choose),
        means.post("/api/v1/ledger/correct", LedgerCalls::correct),
        means.post("/api/v1/ledger/approve", LedgerCalls::approve));
  }

  /// What is asked for.
  private record Wanted(
      Optional<TeamId> team, Optional<PersonId> person, LocalDate from, LocalDate until) {}

  private static void list(Call call) {
    String format = call.query("format", "json");
    if (!format.equals("json") && !format.equals("csv")) {
      throw Asked.wrong("format", format, "json or csv");
    }
    Wanted wanted = wanted(call);
    if (!maySee(call, wanted)) {
      Answers.forbidden(
          call.response(),
          "ledger.private",
          "you see your own ledger, and that of the teams you manage: name the person or team");
      return;
    }
    LedgerJson found = call.read(stores -> LedgerJson.of(entries(stores, wanted), stores));
    if (format.equals("csv")) {
      call.response().header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8; header=present");
      call.response()
          .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"ledger.csv\"");
      call.response().send(LedgerCsv.of(found.entries()).getBytes(StandardCharsets.UTF_8));
    } else {
      Answers.json(call.response(), Status.OK_200, found);
    }
  }

  private static Wanted wanted(Call call) {
    LocalDate first = call.now().atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    LocalDate from = Asked.day("from", call.query("from", first.toString()));
    LocalDate until = Asked.day("until", call.query("until", from.plusMonths(1).toString()));
    if (!from.isBefore(until) || from.plusDays(DAYS_MAX).isBefore(until)) {
      throw Asked.wrong(
          "until", until.toString(), "a day after from, at most " + DAYS_MAX + " days later");
    }
    return new Wanted(
        handle(call, "team").map(TeamId::new),
        handle(call, "person").map(PersonId::new),
        from,
        until);
  }

  private static Optional<String> handle(Call call, String field) {
    String handle = call.query(field, "");
    if (handle.length() > HANDLE_MAX) {
      throw Asked.wrong(field, handle, "the handle of a " + field);
    }
    return Optional.of(handle).filter(h -> !h.isEmpty());
  }

  private static boolean maySee(Call call, Wanted wanted) {
    var self = new PersonId(call.caller().who());
    List<Team> led =
        call.configuration().catalog().teams().stream()
            .filter(t -> t.manager().filter(self::equals).isPresent())
            .toList();
    boolean own = wanted.person().filter(self::equals).isPresent();
    boolean ofTheirs =
        wanted.person().filter(p -> led.stream().anyMatch(t -> t.people().contains(p))).isPresent();
    boolean ofTeam =
        wanted.person().isEmpty()
            && wanted.team().filter(t -> led.stream().anyMatch(l -> l.id().equals(t))).isPresent();
    return call.caller().isAdministrator() || own || ofTheirs || ofTeam;
  }

  private static List<LedgerEntry> entries(Stores stores, Wanted wanted) {
    int limit = ENTRIES_MAX + 1;
    List<LedgerEntry> found;
    if (wanted.person().isPresent()) {
      found =
          stores.ledger().of(wanted.person().get(), wanted.from(), wanted.until()).stream()
              .filter(e -> wanted.team().filter(t -> !t.equals(e.earning().team())).isEmpty())
              .toList();
    } else if (wanted.team().isPresent()) {
      found = stores.ledger().ofTeam(wanted.team().get(), wanted.from(), wanted.until(), limit);
    } else {
      found = stores.ledger().between(wanted.from(), wanted.until(), limit);
    }
    if (found.size() > ENTRIES_MAX) {
      throw Asked.wrong(
          "until",
          wanted.until().toString(),
          "fewer days, a team or a person: there are more than " + ENTRIES_MAX + " entries");
    }
    return found;
  }

  private static void choose(Call call) {
    Asked asked = call.body();
    String word = asked.text("choice", HANDLE_MAX);
    Compensation choice =
        Arrays.stream(Compensation.values())
            .filter(c -> c.word().equals(word))
            .findFirst()
            .orElseThrow(() -> Asked.wrong("choice", word, "money or time"));
    answer(
        call,
        new Command.ChooseCompensation(person(asked), month(asked), choice, call.caller().who()),
        "chosen: " + word);
  }

  private static void correct(Call call) {
    Asked asked = call.body();
    answer(
        call,
        new Command.CorrectLedger(
            person(asked),
            new TeamId(asked.text("team", HANDLE_MAX)),
            Asked.day("date", asked.text("date", HANDLE_MAX)),
            new Owed.Pay(money(asked)),
            asked.text("reason", REASON_MAX),
            call.caller().who()),
        "entered");
  }

  private static void approve(Call call) {
    Asked asked = call.body();
    answer(
        call,
        new Command.ApproveLedger(person(asked), month(asked), call.caller().who()),
        "approved");
  }

  private static void answer(Call call, Command command, String said) {
    switch (call.submit(command)) {
      case Reply.Done _ -> Answers.json(call.response(), Status.OK_200, Map.of("said", said));
      case Reply.Refused(var refusal) -> refused(call, refusal.code(), refusal);
      case Reply.TryLater later -> Answers.later(call.response(), later);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private static void refused(Call call, String code, Refusal refusal) {
    switch (code) {
      case "ledger.not-yours", "ledger.own", "ledger.not-manager" ->
          Answers.forbidden(call.response(), code, refusal.inWords());
      default -> Answers.refused(call.response(), refusal, "");
    }
  }

  private static PersonId person(Asked asked) {
    return new PersonId(asked.text("person", HANDLE_MAX));
  }

  private static Money money(Asked asked) {
    String code = asked.text("currency", HANDLE_MAX);
    Currency currency = currency(code);
    String amount = asked.text("amount", HANDLE_MAX);
    return Money.parse(amount, currency)
        .filter(m -> !m.isZero())
        .orElseThrow(() ->
            Asked.wrong(
                "amount",
                amount,
                "an amount like -12.50, not nothing, no finer than " + code + " is"));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw Asked.wrong("currency", code, "a currency of ISO 4217, like EUR");
    }
  }

  private static YearMonth month(Asked asked) {
    String text = asked.text("month", HANDLE_MAX);
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw Asked.wrong("month", text, "a month such as 2025-01");
    }
  }
}
