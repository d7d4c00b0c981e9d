package watchbill.server.config;

import java.util.Map;
import java.util.Set;
import watchbill.adapter.ingest.mapping.Mapping;
import watchbill.adapter.ingest.opsgenie.Priorities;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Secret;

/// What the files say of some kinds of integration beside what they say of all.
///
/// @param secrets by which senders sign what they post
/// @param mappings of any JSON
/// @param topics of AWS SNS whose messages are taken
/// @param rawMessages those of AWS SNS that take messages which nobody signed
/// @param alertsOnFailure those whose failed deploys and pipelines are alerts, too
/// @param priorities how bad the priorities of Opsgenie's clients are, where it is not as usual
public record IntegrationSettings(
    Map<IntegrationId, Secret> secrets,
    Map<IntegrationId, Mapping> mappings,
    Map<IntegrationId, Set<String>> topics,
    Set<IntegrationId> rawMessages,
    Set<IntegrationId> alertsOnFailure,
    Map<IntegrationId, Priorities> priorities) {
  public IntegrationSettings {
    secrets = Map.copyOf(secrets);
    mappings = Map.copyOf(mappings);
    topics = Map.copyOf(topics);
    rawMessages = Set.copyOf(rawMessages);
    alertsOnFailure = Set.copyOf(alertsOnFailure);
    priorities = Map.copyOf(priorities);
  }
}
