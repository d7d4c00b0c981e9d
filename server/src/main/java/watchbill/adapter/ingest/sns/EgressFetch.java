package watchbill.adapter.ingest.sns;

import java.net.URI;
import java.util.Map;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;

/// Asks by the one client there is, public addresses alone.
public final class EgressFetch implements Fetch {
  private final Egress egress;

  public EgressFetch(Egress egress) {
    this.egress = egress;
  }

  @Override
  public Fetched get(URI address) {
    var request = new Request("GET", address, Reach.PUBLIC, Map.of("Accept", "*/*"), "");
    return switch (egress.send(request)) {
      case Answer.Answered(var status, var body) when status == 200 -> new Fetched.Got(body);
      case Answer.Answered(var status, _) -> new Fetched.Failed("it answered " + status);
      case Answer.Forbidden(var why) -> new Fetched.Failed(why);
      case Answer.NotSent(var why) -> new Fetched.Failed(why);
      case Answer.Silence(var why) -> new Fetched.Failed(why);
    };
  }
}
