package watchbill.adapter.web.wake;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Light;
import watchbill.engine.StoreFault;
import watchbill.time.TimeWords;

/// What whoever was woken is shown while the store is away: that they were not heard, and that it
/// is not their fault.
final class Away {
  private static final Logger LOG = LoggerFactory.getLogger(Away.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

  private Away() {}

  /// Does the work, or says that it can't be done now.
  static void orSay(ServerRequest request, ServerResponse response, Light light, Runnable work) {
    try {
      work.run();
    } catch (StoreFault e) {
      LOG.warn("a wake page can't be shown: {}", e.getMessage());
      say(request, response, light);
    }
  }

  /// Says it, with a link to try again.
  static void say(ServerRequest request, ServerResponse response, Light light) {
    response.header(HeaderNames.RETRY_AFTER, Long.toString(AGAIN_AFTER.toSeconds()));
    var said =
        new WakeNotice(
            light,
            "No answer can be taken now",
            "The database of Watchbill is away, so nothing was saved. Others may be told as if you"
                + " had not answered. Keep this link, and try it again in "
                + TimeWords.of(AGAIN_AFTER)
                + ".",
            request.path().path(),
            "Try again");
    Html.send(response, Status.SERVICE_UNAVAILABLE_503, "wake-notice", said);
  }
}
