package watchbill.adapter.web.rota;

import io.helidon.http.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Done;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.request.Between;
import watchbill.time.Span;

/// The buttons of a rota's page.
public final class RotaDeeds implements Routes {
  private static final int REASON_MAX = 200;

  private final Site site;

  public RotaDeeds(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        button("/rotas/{id}/overrides/{override}/withdraw", this::withdraw),
        button("/rotas/{id}/open-shifts", this::open),
        button("/rotas/{id}/suggestion", this::suggest));
  }

  private Route button(String path, Consumer<Press> work) {
    return new Route(
        Method.POST,
        path,
        Permission.SIGNED_IN,
        Form.BODY_MAX,
        (request, response) -> Press.of(site, request, response, work));
  }

  private void withdraw(Press press) {
    press.ask(
        new Command.WithdrawOverride(press.part("override"), press.by().handle()),
        Done.OVERRIDE_WITHDRAWN.at(back(press)));
  }

  private void open(Press press) {
    String reason = press.form().value("reason");
    Optional<Span> span = span(press);
    if (span.isPresent() && reason.length() <= REASON_MAX) {
      press.ask(
          new Command.OpenShiftUp(
              rota(press), role(press), Between.of(span.get()), reason, press.by()),
          Done.SHIFT_OPENED.at(back(press)));
    } else {
      wrong(press);
    }
  }

  private void suggest(Press press) {
    var person = new PersonId(press.form().value("person"));
    span(press)
        .ifPresentOrElse(
            span -> {
              var slot = new Command.Assignment(span, person);
              press.ask(
                  new Command.AcceptSuggestion(rota(press), role(press), List.of(slot), press.by()),
                  Done.SUGGESTION_TAKEN.at(back(press)));
            },
            () -> wrong(press));
  }

  /// Only our own page fills these fields, so whoever sent something else wrote it by hand.
  private static void wrong(Press press) {
    String seen = press.form().value("from") + " to " + press.form().value("until");
    var refusal = new Refusal("span.wrong", "span", seen, "the buttons of the rota's page");
    Refusals.refused(press.response(), press.visit(), new Reply.Refused(refusal));
  }

  private static Optional<Span> span(Press press) {
    try {
      Instant from = Instant.parse(press.form().value("from"));
      Instant until = Instant.parse(press.form().value("until"));
      return new Between(from, until).span();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Role role(Press press) {
    String word = press.form().value("role");
    return Role.isWord(word) ? new Role(word) : Role.PRIMARY;
  }

  private static RotaId rota(Press press) {
    return new RotaId(press.part("id"));
  }

  private static String back(Press press) {
    return RotaViews.address(rota(press));
  }
}
