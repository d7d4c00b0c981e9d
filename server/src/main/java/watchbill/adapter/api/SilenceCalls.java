package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Route;
import watchbill.alert.AlertId;
import watchbill.alert.SilenceId;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Stores;
import watchbill.kernel.Refusal;
import watchbill.silence.Draft;
import watchbill.silence.Matcher;
import watchbill.silence.Matchers;
import watchbill.silence.Silence;

/// Calls about silences.
final class SilenceCalls {
  private static final Duration ENDED_SHOWN = Duration.ofDays(5);
  private static final int ENDED_MAX = 200;
  private static final int MUTED_MAX = 100;
  private static final int WORDS_MAX = 1_000;
  private static final int MATCHER_MAX = 2_100;

  private SilenceCalls() {}

  /// A silence as the API gives it.
  ///
  /// @param muted how many alerts it ever muted
  record SilenceJson(
      String id,
      String state,
      List<String> matchers,
      Instant startsAt,
      Instant endsAt,
      String by,
      String reason,
      long muted) {
    static SilenceJson of(Silence s, Stores stores, Instant now) {
      return new SilenceJson(
          s.id().value(),
          s.state(now).word(),
          s.matchers().stream().map(Matcher::inWords).toList(),
          s.startsAt(),
          s.endsAt(),
          s.createdBy(),
          s.comment(),
          stores.silences().countMutedBy(s.id()));
    }
  }

  /// An alert that a silence muted.
  record MutedJson(String id, String summary, boolean open) {}

  /// A silence and the alerts it muted, the newest first.
  record WholeJson(SilenceJson silence, List<MutedJson> muted) {}

  static List<Route> routes(Call.Means means) {
    return List.of(
        means.get("/api/v1/silences", SilenceCalls::list),
        means.get("/api/v1/silences/{id}", SilenceCalls::one),
        means.post("/api/v1/silences", SilenceCalls::make),
        means.post("/api/v1/silences/{id}/expire", SilenceCalls::expire));
  }

  private static void list(Call call) {
    Instant now = call.now();
    List<SilenceJson> silences =
        call.read(stores ->
            Stream.concat(
                    stores.silences().live(now).stream(),
                    stores.silences().ended(now.minus(ENDED_SHOWN), now, ENDED_MAX).stream())
                .map(s -> SilenceJson.of(s, stores, now))
                .toList());
    Answers.json(call.response(), Status.OK_200, Map.of("silences", silences));
  }

  private static void one(Call call) {
    var id = new SilenceId(call.part("id"));
    Optional<WholeJson> found =
        call.read(stores ->
            stores
                .silences()
                .find(id)
                .map(s -> new WholeJson(SilenceJson.of(s, stores, call.now()), muted(stores, id))));
    if (found.isEmpty()) {
      Answers.refused(
          call.response(),
          new Refusal("silence.unknown", "silence", id.value(), "the id of a silence that exists"),
          "silence");
      return;
    }
    Answers.json(call.response(), Status.OK_200, found.get());
  }

  private static List<MutedJson> muted(Stores stores, SilenceId id) {
    List<MutedJson> muted = new ArrayList<>();
    for (AlertId alert : stores.silences().mutedBy(id, MUTED_MAX)) {
      stores
          .alerts()
          .find(alert)
          .ifPresent(a ->
              muted.add(new MutedJson(alert.value(), a.condition().summary(), a.state().isOpen())));
    }
    return muted;
  }

  private static void make(Call call) {
    Asked asked = call.body();
    PersonId by = call.actor(asked, "by");
    Instant from = asked.has("startsAt") ? asked.instant("startsAt") : call.now();
    var draft =
        new Draft(
            matchers(asked),
            from,
            asked.instant("endsAt"),
            by.handle(),
            asked.text("reason", WORDS_MAX));
    call.ask(new Command.CreateSilence(draft, by.handle()), "muted", "");
  }

  private static void expire(Call call) {
    PersonId by = call.actor(call.bodyOrNothing(), "by");
    var command = new Command.ExpireSilence(new SilenceId(call.part("id")), by.handle());
    call.ask(command, "it mutes nothing any more", "silence");
  }

  /// A list of texts, or one text with a matcher a line.
  private static List<Matcher> matchers(Asked asked) {
    List<String> texts =
        asked.body().path("matchers").isString()
            ? asked.text("matchers", MATCHER_MAX).lines().toList()
            : asked.texts("matchers", Matchers.MATCHERS_MAX, MATCHER_MAX);
    List<Matcher> matchers = new ArrayList<>();
    for (String text : texts) {
      matchers.add(
          Matchers.parse(text)
              .orElseThrow(() ->
                  Asked.wrong("matchers", text, "a matcher, like severity=~\"warning|info\"")));
    }
    return matchers;
  }
}
