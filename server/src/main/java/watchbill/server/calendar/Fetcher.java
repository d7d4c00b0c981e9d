package watchbill.server.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import watchbill.adapter.calendar.ical.Limits;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.server.config.CalendarSource;

/// Gets a calendar from the web or from this machine. One byte more than is allowed is enough to
/// know that it is too large.
public final class Fetcher {
  private static final int BYTES = Limits.BYTES + 1;

  private final Egress egress;

  public Fetcher(Egress egress) {
    this.egress = egress;
  }

  public Fetched fetch(CalendarSource source) {
    return switch (source) {
      case CalendarSource.InFile(var path) -> file(path);
      case CalendarSource.Web(var address) -> web(URI.create(address.reveal()));
    };
  }

  private static Fetched file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return new Fetched.File(in.readNBytes(BYTES));
    } catch (NoSuchFileException _) {
      return new Fetched.Failed("there is no file " + path);
    } catch (IOException e) {
      return new Fetched.Failed("the file " + path + " can't be read: " + e.getMessage());
    }
  }

  /// Public addresses alone: whoever may write an address must not look into the operator's network
  /// with it.
  private Fetched web(URI address) {
    var request =
        new Request("GET", address, Reach.PUBLIC, Map.of("Accept", "text/calendar, */*"), "");
    return switch (egress.send(request, BYTES)) {
      case Answer.Answered(var status, var body) when status == 200 ->
          new Fetched.File(body.getBytes(StandardCharsets.UTF_8));
      case Answer.Answered(var status, _) when status >= 300 && status < 400 ->
          new Fetched.Failed("it leads elsewhere (" + status + "); give the address it leads to");
      case Answer.Answered(var status, _) -> new Fetched.Failed("it answered " + status);
      case Answer.Forbidden(var why) -> new Fetched.Failed(why);
      case Answer.NotSent(var why) -> new Fetched.Failed(why);
      case Answer.Silence(var why) -> new Fetched.Failed(why);
    };
  }
}
