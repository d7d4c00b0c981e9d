package watchbill.adapter.web.entry;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Done;
import watchbill.adapter.web.Filled;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.engine.Command;
import watchbill.silence.Draft;
import watchbill.silence.Matcher;
import watchbill.silence.Matchers;
import watchbill.silence.Subject;
import watchbill.time.Span;

/// Answers `/silences/new`: nobody is woken for what matches, for a while.
public final class SilenceForm implements Routes {
  private static final Set<String> FIELDS = Set.of("matchers", "from", "until", "reason");
  private static final String PATH = "/silences/new";
  private static final Duration USUAL = Duration.ofHours(2);
  private static final int REASON_MAX = 1_000;

  private final Site site;

  public SilenceForm(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, PATH, Permission.SIGNED_IN, 0, this::show),
        new Route(
            Method.POST,
            PATH,
            Permission.SIGNED_IN,
            Form.BODY_MAX,
            (request, response) -> Press.of(site, request, response, this::mute)));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Map<String, String> values =
        Map.of(
            "matchers",
            request.query().first("matchers").orElse(""),
            "from",
            Entry.typed(visit.now(), visit.reader().zone()),
            "until",
            Entry.typed(visit.now().plus(USUAL), visit.reader().zone()));
    Entry.send(response, "silence", view(visit, Filled.with(values)));
  }

  private void mute(Press press) {
    Filled filled = Filled.of(press.form(), FIELDS);
    List<Matcher> matchers = matchers(filled);
    Optional<Span> span = Entry.span(filled, press.visit().reader().zone());
    String reason = filled.text("reason", REASON_MAX);
    if (reason.isBlank()) {
      filled.wrong("reason", "Say why: others will ask at night.");
    }
    if (span.isEmpty() || filled.isWrong()) {
      Entry.send(press.response(), "silence", view(press.visit(), filled));
      return;
    }
    String by = press.by().handle();
    var draft = new Draft(matchers, span.get().from(), span.get().until(), by, reason);
    press.ask(
        new Command.CreateSilence(draft, by),
        Done.SILENCE_MADE.at("/silences"),
        refusal -> {
          filled.wrong(fieldOf(refusal.field()), refusal.inWords());
          Entry.send(press.response(), "silence", view(press.visit(), filled));
        });
  }

  /// The field of our form that a field of the command was filled from.
  private static String fieldOf(String field) {
    if (field.startsWith("matchers")) {
      return "matchers";
    }
    return field.equals("ends-at") ? "until" : field;
  }

  private static List<Matcher> matchers(Filled filled) {
    List<Matcher> matchers = new ArrayList<>();
    for (String line : filled.value("matchers").lines().filter(l -> !l.isBlank()).toList()) {
      Matchers.parse(line)
          .ifPresentOrElse(
              matchers::add,
              () ->
                  filled.wrong(
                      "matchers", "'" + line + "' is no matcher; write it like job=\"api\"."));
    }
    return matchers;
  }

  private static EntryView view(Visit visit, Filled filled) {
    return new EntryView(
        visit.frame("New silence"),
        "New silence",
        "Nobody is woken for alerts that match all of it. What still fires when it ends pages then;"
            + " you are told before. Beside an alert's labels there are "
            + Subject.NAMES
            + ".",
        PATH,
        "/silences",
        visit.reader().zone().getId(),
        "",
        Map.of(),
        filled);
  }
}
