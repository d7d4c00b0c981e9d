package watchbill.server.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;

/// One alert, sent through the front door as Prometheus sends it.
final class SampleAlert {
  static final String SUMMARY = "Checkout is failing for 1 in 4 customers";

  private static final Duration LEASE = Duration.ofMinutes(4);

  private final Egress egress;
  private final URI node;
  private final Instant startsAt;

  SampleAlert(Egress egress, URI node, Instant startsAt) {
    this.egress = egress;
    this.node = node;
    this.startsAt = startsAt;
  }

  /// Says that it fires; the answer comes when it is on disk.
  Answer fires(Instant now) {
    return send(now.plus(LEASE));
  }

  /// Says that it is over.
  Answer ends(Instant now) {
    return send(now);
  }

  private Answer send(Instant endsAt) {
    String body =
        """
        [{"labels":{"alertname":"CheckoutErrors","severity":"critical","service":"checkout",\
        "instance":"eu-west-1"},"annotations":{"summary":"%s"},\
        "startsAt":"%s","endsAt":"%s","generatorURL":"http://prometheus.example.org/graph"}]\
        """
            .formatted(SUMMARY, startsAt, endsAt);
    var headers =
        Map.of("Authorization", "Bearer " + SampleTeam.KEY, "Content-Type", "application/json");
    URI address = node.resolve("/api/v2/alerts");
    return egress.send(new Request("POST", address, Reach.AS_CONFIGURED, headers, body));
  }
}
