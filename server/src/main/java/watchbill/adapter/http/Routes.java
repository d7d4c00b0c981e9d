package watchbill.adapter.http;

import java.util.List;

/// The routes one adapter answers.
public interface Routes {
  List<Route> routes();
}
