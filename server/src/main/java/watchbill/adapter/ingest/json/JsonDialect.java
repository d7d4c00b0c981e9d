package watchbill.adapter.ingest.json;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.mapping.DefaultForm;
import watchbill.adapter.ingest.mapping.Mapper;
import watchbill.adapter.ingest.mapping.Mapping;
import watchbill.adapter.ingest.mapping.Trees;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Reads any JSON.
public final class JsonDialect implements Dialect {
  private static final String CONTENT_TYPE = "content-type";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Function<IntegrationId, Optional<Mapping>> mappings;

  /// @param mappings by integration, for those that have one
  public JsonDialect(Map<IntegrationId, Mapping> mappings) {
    Map<IntegrationId, Mapping> known = Map.copyOf(mappings);
    this.mappings = id -> Optional.ofNullable(known.get(id));
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.JSON;
  }

  @Override
  public Set<String> headers() {
    return Set.of(CONTENT_TYPE);
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    boolean form =
        message
            .header(CONTENT_TYPE)
            .filter(t -> t.toLowerCase(Locale.ROOT).startsWith(FORM))
            .isPresent();
    if (form) {
      return Forms.tree(message)
          .map(tree -> read(tree, from, now))
          .orElseGet(() -> Reading.Refused.because(Forms.unreadable()));
    }
    return switch (Trees.read(message.body())) {
      case Trees.Tree.Wrong(var refusal) -> Reading.Refused.because(refusal);
      case Trees.Tree.Sound(var node) -> read(node, from, now);
    };
  }

  private Reading read(JsonNode node, Integration from, Instant now) {
    var origin = new Mapper.Origin(from, now);
    Optional<Mapping> mapping = mappings.apply(from.id());
    return mapping.isPresent()
        ? new Mapper(mapping.get(), origin).read(node, "")
        : new Mapper(DefaultForm.OF_ITEMS, origin).readDefault(node);
  }
}
