package watchbill.adapter.web;

import watchbill.escalation.Escalation;
import watchbill.escalation.Page;

/// One page in a list.
///
/// @param age how long it has been open, or lasted
public record PageRow(Mark mark, String address, String title, String hands, String age) {

  public static PageRow of(Standing standing, Clock clock) {
    Page page = standing.page();
    return new PageRow(
        Mark.of(page),
        "/pages/" + page.number(),
        page.title(),
        standing.hands(clock),
        page.escalation() instanceof Escalation.Resolved r
            ? clock.age(r.at()) + " ago"
            : clock.age(page.openedAt()));
  }
}
