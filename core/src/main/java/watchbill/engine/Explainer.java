package watchbill.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.PersonId;
import watchbill.kernel.Refusal;
import watchbill.silence.Patterns;

/// Explains messages to whoever asks: before they come, and after they came. Only reads.
///
/// @param rereader by which a message is understood
public record Explainer(
    Transactions transactions,
    Supplier<Configuration> configuration,
    Rereader rereader,
    Patterns patterns) {

  /// A message nobody has sent.
  ///
  /// @param head what would come beside the body, one `name: value` a line; may be empty
  /// @param at when it would come
  public record Question(IntegrationId integration, String head, String body, Instant at) {
    /// What was kept, as if it came at `at`.
    public static Question again(Event event, Instant at) {
      return new Question(event.integration(), event.head(), event.body(), at);
    }
  }

  /// The answer.
  public sealed interface Said {
    record Explained(Explanation explanation) implements Said {}

    /// It can't be read as a message of this integration.
    record NotReadable(Refusal why) implements Said {}
  }

  /// What the message would do.
  ///
  /// @param zone in which instants are said
  public Said explain(Question question, Instant now, ZoneId zone) {
    if (configuration.get().catalog().integration(question.integration()).isEmpty()) {
      return new Said.NotReadable(
          new Refusal(
              "integration.unknown",
              "integration",
              question.integration().handle(),
              "the handle of an integration"));
    }
    var event =
        new Event(
            new EventId("not-kept"),
            question.integration(),
            question.at(),
            question.head(),
            question.body());
    return switch (rereader.read(event, question.at())) {
      case Rereader.Reread.NotReadable(var why, _) ->
          new Said.NotReadable(
              new Refusal("event.not-readable", "body", why, "a message this integration takes"));
      case Rereader.Reread.Again(var message, var wrong) ->
          new Said.Explained(explain(message, wrong, question, now, zone));
    };
  }

  private Explanation explain(
      Command.Receive message, List<Refusal> wrong, Question question, Instant now, ZoneId zone) {
    return transactions.read(stores ->
        Explaining.explain(
            message,
            wrong,
            new Explaining.Ground(
                configuration.get(), stores, patterns, question.at(), now, zone)));
  }

  /// What became of a message that is still kept.
  ///
  /// @param person who asks why they were, or were not, told
  public Optional<Aftermath> aftermath(EventId id, Optional<PersonId> person, ZoneId zone) {
    return transactions.read(stores ->
        stores
            .events()
            .find(id)
            .map(event -> WhatBecame.of(event, person, configuration.get(), stores, zone)));
  }
}
