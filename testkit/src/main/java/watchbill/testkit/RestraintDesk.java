package watchbill.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Command;
import watchbill.restraint.Damping;
import watchbill.restraint.InhibitionRule;
import watchbill.restraint.MaintenanceWindow;
import watchbill.restraint.Restraints;
import watchbill.restraint.WhenSilent;
import watchbill.time.Span;

/// Where a story declares what holds alerts back, and looks at what is held back.
public final class RestraintDesk {
  private final HandClock clock;
  private final Clockwork clockwork;
  private final Declared declared;

  RestraintDesk(HandClock clock, Clockwork clockwork, Declared declared) {
    this.clock = clock;
    this.clockwork = clockwork;
    this.declared = declared;
  }

  /// While what matches `source` fires, nobody is woken for what matches `target`, where these
  /// labels are the same. Matchers as in [SilenceDesk].
  public void inhibits(String source, String target, String... equal) {
    var rule =
        new InhibitionRule(SilenceDesk.spoken(source), SilenceDesk.spoken(target), List.of(equal));
    List<InhibitionRule> rules =
        Stream.concat(now().inhibitions().stream(), Stream.of(rule)).toList();
    change(r -> with(r, rules, r.windows(), r.silent()));
  }

  /// The rules of inhibition are taken out of the configuration.
  public void inhibitsNothing() {
    change(r -> with(r, List.of(), r.windows(), r.silent()));
  }

  /// Checkout is worked on after a while, for so long.
  public void maintains(String wait, String length) {
    Instant from = clock.now().plus(Spoken.length(wait));
    var when = MaintenanceWindow.When.once(new Span(from, from.plus(Spoken.length(length))));
    var window =
        new MaintenanceWindow("move", Set.of(Cast.CHECKOUT), "we are moving it", Cast.CHO, when);
    change(r -> with(r, r.inhibitions(), List.of(window), r.silent()));
  }

  /// Nothing is worked on any more.
  public void maintainsNothing() {
    change(r -> with(r, r.inhibitions(), List.of(), r.silent()));
  }

  public void whenSilent(WhenSilent what) {
    change(r -> with(r, r.inhibitions(), r.windows(), Map.of(Cast.PROMETHEUS, what)));
  }

  public void damping(Damping damping) {
    change(r ->
        new Restraints(
            r.inhibitions(),
            r.windows(),
            Map.of(Cast.PROMETHEUS, damping),
            r.dampingOfServices(),
            r.silent()));
  }

  /// Open alerts that have no page, and why, one line each.
  public List<String> heldBack() {
    return clockwork
        .transactions()
        .read(stores ->
            stores.alerts().withoutPage(Integer.MAX_VALUE).stream()
                .map(a -> a.condition().summary() + ": " + a.suppression().orElseThrow().inWords())
                .sorted()
                .toList());
  }

  private Restraints now() {
    return declared.configuration().restraints();
  }

  private void change(UnaryOperator<Restraints> change) {
    declared.restraints(change);
    clockwork.submit(new Command.AdoptRestraints());
    clockwork.work();
  }

  private static Restraints with(
      Restraints before,
      List<InhibitionRule> rules,
      List<MaintenanceWindow> windows,
      Map<IntegrationId, WhenSilent> silent) {
    return new Restraints(
        rules, windows, before.dampingOfIntegrations(), before.dampingOfServices(), silent);
  }
}
