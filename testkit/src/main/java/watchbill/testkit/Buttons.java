package watchbill.testkit;

import java.net.URI;
import watchbill.access.Pass;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.notification.NoticeId;

/// What the buttons behind the link of a message ask for.
final class Buttons {
  private static final String WAKE_LINK = "wake link";

  private Buttons() {}

  static Command pressed(Phone.Answer answer, Clockwork clockwork) {
    URI link =
        answer
            .message()
            .link()
            .orElseThrow(() -> new AssertionError("no button: " + answer.message().subject()));
    return switch (answer.button()) {
      case ANSWER -> {
        Pass pass = clockwork.openNotice(link);
        var notice = new NoticeId(pass.subject());
        yield new Command.AnswerNotice(notice, pass.holder(), "notice link");
      }
      case ACKNOWLEDGE, RESOLVE, HAND_OVER, STAND_DOWN ->
          onPage(answer.button(), clockwork.openWake(link));
    };
  }

  private static Command onPage(Phone.Button button, Pass pass) {
    var page = new PageId(pass.subject());
    return switch (button) {
      case ACKNOWLEDGE -> new Command.Acknowledge(page, pass.holder(), WAKE_LINK);
      case RESOLVE -> new Command.Resolve(page, pass.holder(), WAKE_LINK);
      case HAND_OVER -> new Command.HandOver(page, pass.holder(), WAKE_LINK);
      case STAND_DOWN ->
          new Command.StandDown(new PersonId(pass.holder()), pass.holder(), WAKE_LINK);
      case ANSWER -> throw new AssertionError("a page has no such button");
    };
  }
}
