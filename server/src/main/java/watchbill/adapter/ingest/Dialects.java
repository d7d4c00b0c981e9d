package watchbill.adapter.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.engine.Rereader;
import watchbill.kernel.Refusal;

/// Reads kept messages again, each by the dialect of its integration.
public final class Dialects implements Rereader {
  private static final String REPLAYED = "replay-of";

  private final List<Dialect> dialects;
  private final Supplier<Catalog> catalog;

  /// @param dialects all there are; a kind that is written in several ways has several
  public Dialects(List<Dialect> dialects, Supplier<Catalog> catalog) {
    this.dialects = List.copyOf(dialects);
    this.catalog = catalog;
  }

  @Override
  public Reread read(Event event, Instant now) {
    Optional<Integration> from = catalog.get().integration(event.integration());
    if (from.isEmpty()) {
      return new Reread.NotReadable("there is no integration " + event.integration() + " any more");
    }
    Message message = Message.of(event);
    List<Refusal> refused = new ArrayList<>();
    for (Dialect dialect : dialects) {
      if (dialect.kind() == from.get().kind()) {
        switch (dialect.read(message, from.get(), now)) {
          case Reading.Refused(var wrong) -> refused.addAll(wrong);
          case Reading.Understood(var reports, var changes, var wrong) -> {
            Message marked = message.with(REPLAYED, event.id().value());
            // Read again on purpose: that its event was heard before is no reason to pass over it.
            List<AlertReport> anew = reports.stream().map(AlertReport::anew).toList();
            return new Reread.Again(marked.receive(from.get(), anew, changes), wrong);
          }
        }
      }
    }
    return new Reread.NotReadable(
        refused.isEmpty()
            ? "messages of kind " + from.get().kind().word() + " can't be read again"
            : refused.stream().map(Refusal::inWords).collect(Collectors.joining("; ")),
        refused);
  }
}
