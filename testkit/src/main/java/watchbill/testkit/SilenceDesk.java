package watchbill.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import watchbill.alert.SilenceId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.silence.Draft;
import watchbill.silence.Matcher;
import watchbill.silence.Silence;

/// Where the people of a story mute alerts. Matchers are written `label=value`, `label!=value`,
/// `label=~pattern`.
public final class SilenceDesk {
  private final HandClock clock;
  private final Clockwork clockwork;

  SilenceDesk(HandClock clock, Clockwork clockwork) {
    this.clock = clock;
    this.clockwork = clockwork;
  }

  /// From now on, for so long.
  public Silence mute(String handle, String length, String reason, String... matchers) {
    return make(new Draft(spoken(matchers), clock.now(), in(length), handle, reason), handle);
  }

  /// After a while, for so long from then.
  public Silence muteIn(String wait, String handle, String length, String... matchers) {
    Instant from = in(wait);
    Instant until = from.plus(Spoken.length(length));
    return make(new Draft(spoken(matchers), from, until, handle, "planned"), handle);
  }

  /// The same silence, until so long from now.
  public Silence prolong(Silence silence, String length) {
    var draft =
        new Draft(
            silence.matchers(),
            silence.startsAt(),
            in(length),
            silence.createdBy(),
            silence.comment());
    return done(new Command.UpdateSilence(silence.id(), draft, silence.createdBy()));
  }

  public void expire(Silence silence, String handle) {
    clockwork.submit(new Command.ExpireSilence(silence.id(), handle));
    clockwork.work();
  }

  /// The summaries of what it ever muted, the first first.
  public List<String> muted(Silence silence) {
    return clockwork
        .transactions()
        .read(stores -> {
          List<String> summaries = new ArrayList<>();
          for (var id : stores.silences().mutedBy(silence.id(), Integer.MAX_VALUE)) {
            stores.alerts().find(id).map(a -> a.condition().summary()).ifPresent(summaries::add);
          }
          return summaries.reversed();
        });
  }

  private Silence make(Draft draft, String handle) {
    return done(new Command.CreateSilence(draft, handle));
  }

  private Silence done(Command command) {
    if (!(clockwork.submit(command) instanceof Reply.Made(var id))) {
      throw new AssertionError("not muted: " + command);
    }
    clockwork.work();
    return clockwork.transactions().read(s -> s.silences().find(new SilenceId(id))).orElseThrow();
  }

  private Instant in(String length) {
    return clock.now().plus(Spoken.length(length));
  }

  static List<Matcher> spoken(String... matchers) {
    return Stream.of(matchers).map(SilenceDesk::spoken).toList();
  }

  private static Matcher spoken(String matcher) {
    for (String sign : List.of("!=", "=~", "!~", "=")) {
      int at = matcher.indexOf(sign);
      if (at > 0) {
        String value = matcher.substring(at + sign.length());
        return new Matcher(
            matcher.substring(0, at), value, sign.endsWith("~"), sign.startsWith("="));
      }
    }
    throw new AssertionError("no matcher: " + matcher);
  }
}
