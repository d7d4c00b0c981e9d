package watchbill.adapter.web.wake;

import java.util.List;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Mark;

/// The pages that wait for one person.
public record WaitingView(Light light, String headline, List<Row> rows, String asOf) {

  /// One page.
  ///
  /// @param address where it can be acknowledged, without signing in
  public record Row(Mark mark, String title, String detail, String address) {}
}
