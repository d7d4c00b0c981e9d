package watchbill.adapter.web;

import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;
import java.util.stream.Stream;

/// What a form did, said on the page it leads back to. The address carries a word of this list and
/// no text, so that nobody can make our page say something by a link.
public enum Done {
  OVERRIDE_ENTERED("The override is entered."),
  OVERRIDE_WITHDRAWN("The override is withdrawn."),
  SWAP_ASKED("They are asked. Nothing changes until they accept."),
  SWAP_ACCEPTED("Accepted: the shifts are swapped."),
  SWAP_DECLINED("Declined: everything stays as it was."),
  SWAP_WITHDRAWN("The swap is withdrawn."),
  SHIFT_OPENED("The shift is open: whoever can take it is asked."),
  SHIFT_CLAIMED("The shift is yours."),
  SHIFT_WITHDRAWN("The shift is not open any more."),
  SUGGESTION_TAKEN("The suggestion is entered."),
  SILENCE_MADE("It is silenced."),
  SILENCE_EXPIRED("The silence is over: what still fires pages now."),
  LEAVE_ENTERED("The leave is entered."),
  LEAVE_WITHDRAWN("The leave is withdrawn."),
  STOOD_DOWN("You are off duty. Your lieutenant has it, and was told."),
  TAKEN_BACK("You are on duty again."),
  TEST_SENT("A test is on its way, by every way you have."),
  FEED_REVOKED("The calendar's address leads nowhere from now on.");

  private static final String QUERY = "done";

  private final String words;

  Done(String words) {
    this.words = words;
  }

  /// The address of a page that says it.
  public String at(String path) {
    return path + "?" + QUERY + "=" + word();
  }

  /// What was just done; empty when nothing was.
  public static String said(ServerRequest request) {
    String asked = request.query().first(QUERY).orElse("");
    return Stream.of(values())
        .filter(done -> done.word().equals(asked))
        .map(done -> done.words)
        .findFirst()
        .orElse("");
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
