package watchbill.adapter.ingest.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertReport;
import watchbill.catalog.Integration;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// Makes alerts and changes of a message by a mapping. What is wrong with one item costs no other.
public final class Mapper {
  private static final int ITEMS_MAX = 1_000;
  private static final int REFUSALS_MAX = 20;

  private final Mapping mapping;
  private final Origin origin;
  private final List<AlertReport> reports = new ArrayList<>();
  private final List<ChangeReport> changes = new ArrayList<>();
  private final List<Refusal> wrong = new ArrayList<>();

  public Mapper(Mapping mapping, Origin origin) {
    this.mapping = mapping;
    this.origin = origin;
  }

  /// Where a message came from, and when.
  public record Origin(Integration from, Instant now) {}

  /// Reads a whole message by the mapping, with its items where it says that there are some.
  public Reading read(JsonNode whole, String where) {
    if (mapping.items().isEmpty()) {
      add(new Scope(whole, whole), where);
      return reading();
    }
    Optional<List<JsonNode>> items = mapping.items().get().items(whole);
    if (items.isEmpty()) {
      note(new Refusal("event.items", where + "items", "", "a list at " + mapping.items().get()));
      return reading();
    }
    int count = Math.min(items.get().size(), ITEMS_MAX);
    for (int i = 0; i < count; i++) {
      add(new Scope(whole, items.get().get(i)), where + "items[" + i + "].");
    }
    if (items.get().size() > count) {
      String seen = items.get().size() + " items";
      note(new Refusal("event.too-many", where + "items", seen, "at most " + ITEMS_MAX));
    }
    return reading();
  }

  /// Reads messages in the default form.
  public Reading readDefault(JsonNode whole) {
    List<JsonNode> forms = Trees.each(whole);
    int count = Math.min(forms.size(), ITEMS_MAX);
    for (int i = 0; i < count; i++) {
      String where = whole.isArray() ? "[" + i + "]." : "";
      JsonNode form = forms.get(i);
      DefaultForm.objection(form, where)
          .ifPresentOrElse(this::note, () -> add(new Scope(whole, form), where));
    }
    if (forms.size() > count) {
      note(new Refusal("event.too-many", "body", forms.size() + " items", "at most " + ITEMS_MAX));
    }
    return reading();
  }

  private void add(Scope scope, String where) {
    new Item(mapping, origin, scope, where).read(reports::add, changes::add, this::note);
  }

  private void note(Refusal refusal) {
    if (wrong.size() < REFUSALS_MAX) {
      wrong.add(refusal);
    }
  }

  private Reading reading() {
    boolean nothing = reports.isEmpty() && changes.isEmpty() && !wrong.isEmpty();
    return nothing ? new Reading.Refused(wrong) : new Reading.Understood(reports, changes, wrong);
  }
}
