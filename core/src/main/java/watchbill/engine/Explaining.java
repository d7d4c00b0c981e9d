package watchbill.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertDecision;
import watchbill.alert.AlertReport;
import watchbill.alert.PageId;
import watchbill.alert.Suppression;
import watchbill.kernel.Refusal;
import watchbill.route.Calling;
import watchbill.route.Hours;
import watchbill.route.Route;
import watchbill.silence.Patterns;
import watchbill.time.TimeWords;

/// Tells the way a message would take, before it comes. Keeps nothing and wakes nobody.
///
/// It lets the very code decide that takes messages in, [Intake], and stops where that would save;
/// then it climbs the ladders ahead of time.
public final class Explaining {
  /// Reports of one message that are explained; a storm is explained by its first ones.
  private static final int REPORTS_MAX = 50;

  private static final int LADDERS_MAX = 10;

  /// Then it pages, if nothing else holds it back.
  private static final String LOOKED_AT_AGAIN = "it is looked at again a moment later";

  private final Ground ground;
  private final Turn turn;
  private final Intake intake;
  private final Map<PageId, Explanation.Ladder> ladders = new LinkedHashMap<>();
  private final List<PageId> order = new ArrayList<>();

  private Explaining(Ground ground) {
    this.ground = ground;
    this.turn = Turn.rehearsed(ground);
    this.intake = new Intake(turn, new Paging(turn));
  }

  /// From what it is told.
  ///
  /// @param at as if the message came then
  /// @param now what the clock says
  /// @param zone of whoever reads it
  public record Ground(
      Configuration configuration,
      Stores stores,
      Patterns patterns,
      Instant at,
      Instant now,
      ZoneId zone) {}

  /// What this message would do.
  ///
  /// @param wrong what of the message could not be read
  public static Explanation explain(Command.Receive message, List<Refusal> wrong, Ground ground) {
    return new Explaining(ground).explain(message, wrong);
  }

  private Explanation explain(Command.Receive message, List<Refusal> wrong) {
    Intake.Taken taken = intake.decide(List.of(message)).getFirst();
    List<Explanation.Way> ways =
        taken.decided().stream().limit(REPORTS_MAX).map(this::way).toList();
    List<String> refused = wrong.stream().map(Refusal::inWords).toList();
    List<String> notKnown = notKnown(taken, message);
    return new Explanation(
        headline(ways),
        ground.at(),
        message.integration().id().handle(),
        ways,
        order.stream().map(ladders::get).toList(),
        refused,
        notKnown);
  }

  private Explanation.Way way(Decided decided) {
    List<Explanation.Turn> turns = new ArrayList<>();
    turns.add(alert(decided));
    if (decided.decision() instanceof AlertDecision.Resolve && mayInhibit()) {
      turns.add(
          turn(
              "suppression",
              "what it explained is looked at again a moment later",
              "an alert that a rule of inhibition kept quiet for it may page then"));
    }
    decided.route().ifPresent(route -> routed(route, decided, turns));
    decided.suppression().ifPresent(why -> turns.add(held(why)));
    Optional<PageId> page =
        decided.route().isPresent() && decided.suppression().isEmpty()
            ? decided.page()
            : Optional.empty();
    page.ifPresent(p -> turns.add(paged(p)));
    Optional<PageId> lasting = page.filter(p -> !intake.groups().isOver(p));
    if (page.isPresent() && lasting.isEmpty()) {
      turns.add(turn("page", "it is over at once", "the same message leaves nothing open of it"));
    }
    return new Explanation.Way(
        about(decided.report()),
        List.copyOf(turns),
        lasting.isPresent(),
        lasting.map(this::ladder).orElse(0));
  }

  private boolean mayInhibit() {
    return !turn.configuration().restraints().inhibitions().isEmpty();
  }

  private static String about(AlertReport report) {
    return switch (report) {
      case AlertReport.Firing firing -> firing.condition().summary();
      case AlertReport.Ended _ -> "the end of an alert";
      case AlertReport.TakenCharge _ -> "somebody took charge of an alert";
    };
  }

  private Explanation.Turn alert(Decided decided) {
    String known = "an open alert has its key";
    return switch (decided.decision()) {
      case AlertDecision.Open _ -> turn("alert", "it is new", "nothing open has its key");
      case AlertDecision.Refresh(_, _, var news) ->
          turn(
              "alert",
              "it is known; nobody is woken anew",
              known + (news ? ", and what it says is new" : ", and it says nothing new"));
      case AlertDecision.Rise _ -> turn("alert", "it is known and gets worse", known);
      case AlertDecision.Resolve _ -> turn("alert", "it ends an alert", known);
      case AlertDecision.TakeCharge _ ->
          turn("alert", "its page is acknowledged", "somebody took charge in the sending system");
      case AlertDecision.Ignore(var why) -> turn("alert", "it changes nothing", Decided.words(why));
    };
  }

  private void routed(Route route, Decided decided, List<Explanation.Turn> turns) {
    if (route.trail().isEmpty()) {
      turns.add(
          turn(
              "rule",
              "it goes to " + route.service(),
              "the integration says so; no rule was asked"));
    }
    for (Route.Turn one : route.trail()) {
      turns.add(turn("rule", one.inWords(), ""));
    }
    if (!route.trail().isEmpty()) {
      turns.add(turn("rule", "it goes to " + route.service(), "by " + route.byWhat()));
    }
    turns.add(urgency(route, decided));
  }

  private Explanation.Turn urgency(Route route, Decided decided) {
    String severity =
        decided.report() instanceof AlertReport.Firing firing
            ? "its severity is " + firing.condition().severity().word()
            : "";
    String because = route.calledBy().map(rule -> "rule " + rule + " says so").orElse(severity);
    if (route.calling() == Calling.WORKING_HOURS) {
      because +=
          turn.configuration()
              .catalog()
              .service(route.service())
              .flatMap(turn.configuration().routing()::hours)
              .map(Hours::of)
              .map(of -> "; it may be told in the hours of " + of)
              .orElse("; no hours are declared for " + route.service());
    }
    return turn("urgency", route.calling().word(), because);
  }

  private Explanation.Turn held(Suppression why) {
    if (why instanceof Suppression.Inhibited(var by) && intake.ends(by)) {
      return turn("suppression", LOOKED_AT_AGAIN, "what explains it ends in the same message");
    }
    return turn("suppression", "nobody is woken", inWords(why));
  }

  /// With what a person must know to agree or to object.
  private String inWords(Suppression why) {
    return SuppressionWords.of(why, ground.stores(), ground.configuration(), ground.zone());
  }

  private Explanation.Turn paged(PageId page) {
    Optional<Openings.Opened> created = intake.groups().created(page);
    String because = intake.groups().why(page);
    if (created.isPresent()) {
      String group = created.get().page().group();
      String of = group.isEmpty() ? "" : ", group " + group;
      return turn("page", "a page of " + created.get().page().service() + of + " opens", because);
    }
    long number = ground.stores().pages().find(page).map(p -> p.number()).orElse(0L);
    return turn("page", "it joins page " + number, because);
  }

  /// Which one it is, from 1; 0 when there are too many to tell.
  private int ladder(PageId page) {
    if (!ladders.containsKey(page)) {
      if (ladders.size() == LADDERS_MAX) {
        return 0;
      }
      Optional<Explanation.Ladder> ladder =
          intake
              .groups()
              .created(page)
              .map(opened -> Foreseeing.of(opened, turn))
              .or(() -> ground.stores().pages().find(page).map(p -> Foreseeing.of(p, turn)));
      if (ladder.isEmpty()) {
        return 0;
      }
      ladders.put(page, ladder.get());
      order.add(page);
    }
    return order.indexOf(page) + 1;
  }

  private String headline(List<Explanation.Way> ways) {
    if (ways.isEmpty()) {
      return "Nobody is woken: the message says nothing about any alert";
    }
    if (ways.stream().noneMatch(Explanation.Way::pages)) {
      Explanation.Turn last = ways.getFirst().turns().getLast();
      return ways.size() > 1
          ? "Nobody is woken for any of " + ways.size() + " alerts"
          : "Nobody is woken: " + (last.because().isEmpty() ? last.said() : last.because());
    }
    return order.stream()
        .map(ladders::get)
        .flatMap(ladder -> first(ladder).stream())
        .findFirst()
        .orElse("Nobody is woken anew: its page is in somebody's hands, or reaches nobody");
  }

  /// Who is told first; of a page that is there already, who is told next.
  private Optional<String> first(Explanation.Ladder ladder) {
    boolean isNew = ladder.page().startsWith(Foreseeing.NEW);
    return ladder.rungs().stream()
        .limit(1)
        .filter(rung -> !rung.told().isEmpty())
        .findFirst()
        .map(rung ->
            isNew
                ? told(rung, "told first")
                : "It joins " + ladder.page() + ". If nobody answers, " + told(rung, "told next"));
  }

  private String told(Explanation.Rung rung, String how) {
    Explanation.Told told = rung.told().getFirst();
    int others = rung.told().size() - 1;
    String who = others > 0 ? told.name() + " and " + others + " more are " : told.name() + " is ";
    Explanation.By by = told.by().getFirst();
    String when =
        by.at().equals(ground.at()) ? "at once" : TimeWords.dayAndTime(by.at(), ground.zone());
    return who + how + ": " + when + ", by " + by.method();
  }

  private List<String> notKnown(Intake.Taken taken, Command.Receive message) {
    List<String> notKnown = new ArrayList<>();
    if (ground.at().isBefore(ground.now())) {
      notKnown.add(
          "which alerts and pages were open then is not known any more: those of now are taken;"
              + " the configuration is that of now");
    } else if (ground.at().isAfter(ground.now())) {
      notKnown.add(
          "alerts and pages are taken as they are now; people may swap, silence or answer"
              + " before then");
    }
    if (taken.decided().size() > REPORTS_MAX) {
      notKnown.add("only the first " + REPORTS_MAX + " of " + taken.decided().size() + " alerts");
    }
    if (!message.changes().isEmpty()) {
      notKnown.add(message.changes().size() + " changes in it are kept, and wake nobody");
    }
    return notKnown;
  }

  private static Explanation.Turn turn(String what, String said, String because) {
    return new Explanation.Turn(what, said, because);
  }
}
