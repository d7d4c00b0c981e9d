package watchbill.adapter.web;

import java.time.Duration;
import java.util.Map;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.notification.Outcome;
import watchbill.testkit.Cast;

/// One night at team payments. Page 1 is over, 2 can wait, Ben has 3, and 4 climbs.
public final class Night {
  public static final long OVER = 1;
  public static final long CAN_WAIT = 2;
  public static final long TAKEN = 3;
  public static final long FIRING = 4;

  private Night() {}

  public static void fall(TestSite site) {
    Scene scene = site.scene;
    scene.clock.turn(Duration.ofHours(-3));
    scene.answer(Cast.ANA, ContactMethod.CALL, new Outcome.Refused("the number is not in service"));
    scene.answer(Cast.ANA, ContactMethod.SMS, new Outcome.NoAnswer("no answer in 10 s"));
    scene.report(Scene.NO_ROTA, "queue", Scene.critical("Invoices pile up", "queue-1", Map.of()));
    scene.pass(Duration.ofMinutes(2), site.links);
    scene.run(new Command.Acknowledge(scene.page(OVER).id(), "cho", "wake link"));
    scene.pass(Duration.ofMinutes(19), site.links);
    scene.run(new Command.Resolve(scene.page(OVER).id(), "cho", "web"));
    scene.pass(Duration.ofMinutes(98), site.links);
    scene.report(
        Cast.CHECKOUT,
        "certificate",
        Scene.warning("Certificate of pay.example.org ends in 12 days", "pay.example.org"));
    scene.pass(Duration.ofMinutes(20), site.links);
    scene.report(
        Scene.DATABASE,
        "disk",
        Scene.critical(
            "Disk on db-3 fills in about 6 hours", "db-3", Map.of("device", "/dev/nvme1n1")));
    scene.pass(Duration.ofMinutes(7), site.links);
    scene.run(new Command.Acknowledge(scene.page(TAKEN).id(), "ben", "wake link"));
    scene.pass(Duration.ofMinutes(27), site.links);
    checkoutFails(scene);
    scene.pass(Duration.ofMinutes(2), site.links);
    checkoutFails(scene);
    scene.pass(Duration.ofMinutes(5), site.links);
  }

  private static void checkoutFails(Scene scene) {
    var labels =
        Map.of(
            "alertname", "CheckoutErrors",
            "cluster", "eu-west-1",
            "env", "production",
            "job", "checkout");
    var details =
        Map.of(
            "description", "24.8 % of POST /checkout answer 502 at the load balancer",
            "dashboard", "https://grafana.example.org/d/checkout");
    scene.report(
        Cast.CHECKOUT,
        "errors",
        new Condition(
            "Checkout is failing for 1 in 4 customers",
            "lb-1.eu-west-1",
            Severity.CRITICAL,
            labels,
            details));
    scene.report(
        Cast.CHECKOUT,
        "latency",
        Scene.critical("Checkout takes 9 s at the median", "lb-2.eu-west-1", labels));
  }
}
