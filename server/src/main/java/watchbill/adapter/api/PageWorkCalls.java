package watchbill.adapter.api;

import java.util.List;
import watchbill.adapter.http.Route;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;

/// Calls that do something with a page beside answering it.
final class PageWorkCalls {
  private static final String VIA = "api";
  private static final int NOTE_MAX = 5_000;

  private PageWorkCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.post("/api/v1/pages/{id}/notes", PageWorkCalls::addNote),
        means.post("/api/v1/pages/{id}/assign", PageWorkCalls::assign),
        means.post(
            "/api/v1/pages/{id}/unacknowledge",
            PageCalls.change((page, by) -> new Command.Unacknowledge(page, by, VIA))),
        means.post(
            "/api/v1/pages/{id}/escalate",
            PageCalls.change((page, by) -> new Command.EscalateNow(page, by, VIA))));
  }

  private static void addNote(Call call) {
    String note = call.body().text("note", NOTE_MAX);
    PageCalls.change((page, by) -> new Command.AddNote(page, note, by, VIA)).answer(call);
  }

  private static void assign(Call call) {
    var person = new PersonId(call.body().text("person", Call.HANDLE_MAX));
    PageCalls.change((page, by) -> new Command.Assign(page, person, by, VIA)).answer(call);
  }
}
