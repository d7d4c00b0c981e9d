package watchbill.adapter.api;

import io.helidon.http.Status;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.engine.Configuration;
import watchbill.engine.Explainer;
import watchbill.engine.FrontDoor;
import watchbill.engine.Rereader;
import watchbill.engine.Transactions;
import watchbill.kernel.Refusal;
import watchbill.kernel.Secret;
import watchbill.time.TimeSource;

/// Answers `/api/v1`.
public final class Api implements Routes {
  private static final int HANDLE_MAX = 100;

  private final Call.Means means;

  /// What calls are answered from.
  ///
  /// @param configuration as it is at this moment
  /// @param addresses makes secret ones, for calendars
  /// @param rereader of kept messages
  /// @param rules reads rules that are tried before they are declared
  /// @param explainer says why
  public record Needs(
      Transactions transactions,
      FrontDoor door,
      TimeSource time,
      Supplier<Configuration> configuration,
      Supplier<NewAddress> addresses,
      Rereader rereader,
      RulesReader rules,
      Explainer explainer) {}

  /// A secret address that nobody knows yet.
  ///
  /// @param tokenHash what the engine is told of it
  /// @param address the whole of it, shown once
  public record NewAddress(String tokenHash, Secret address) {}

  public Api(Needs needs, Identity identity, FormGuard forms) {
    this.means =
        new Call.Means(
            needs.transactions(),
            needs.door(),
            needs.time(),
            needs.configuration(),
            needs.addresses(),
            needs.rereader(),
            needs.rules(),
            needs.explainer(),
            identity,
            forms);
  }

  @Override
  public List<Route> routes() {
    return Stream.of(
            PageCalls.routes(means),
            ChangeCalls.routes(means),
            EventCalls.routes(means),
            ExplainCalls.routes(means),
            PageWorkCalls.routes(means),
            TryCalls.routes(means),
            DutyCalls.routes(means),
            OverrideCalls.routes(means),
            SwapCalls.routes(means),
            OpenShiftCalls.routes(means),
            SilenceCalls.routes(means),
            AwayCalls.routes(means),
            FindingCalls.routes(means),
            LedgerCalls.routes(means),
            LoadCalls.routes(means),
            NoiseCalls.routes(means),
            PlanningCalls.routes(means),
            FeedCalls.routes(means),
            RotaCalls.routes(means),
            RoutingCalls.routes(means),
            HeartbeatCalls.routes(means),
            List.of(means.post("/api/v1/sign-in-links", Api::signInLink)))
        .flatMap(List::stream)
        .toList();
  }

  private static void signInLink(Call call) {
    if (!call.caller().isAdministrator()) {
      Answers.forbidden(
          call.response(), "sign-in-link.admin", "only the administrator makes links for others");
      return;
    }
    String who = call.body().text("person", HANDLE_MAX);
    call.means()
        .identity()
        .makeLink(who)
        .ifPresentOrElse(
            link ->
                Answers.json(
                    call.response(), Status.CREATED_201, Map.of("person", who, "link", link)),
            () ->
                Answers.refused(
                    call.response(),
                    new Refusal("person.unknown", "person", who, "the handle of a person"),
                    ""));
  }
}
