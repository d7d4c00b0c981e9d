package watchbill.adapter.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.kernel.Refusal;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.request.Between;
import watchbill.time.Span;

/// How calls about rotas say which span, which role and which rota they mean.
final class Spans {
  private Spans() {}

  /// `from` and `until` of a body, in their order.
  static Span read(Asked asked) {
    Between between = between(asked);
    return between
        .span()
        .orElseThrow(
            () -> Asked.wrong("until", between.until().toString(), "an instant after from"));
  }

  /// `from` and `until` of a body, of which the engine says whether they make sense.
  static Between between(Asked asked) {
    return new Between(asked.instant("from"), asked.instant("until"));
  }

  /// `?from=` and `?until=` of an address.
  ///
  /// @param ahead from now, when nothing was asked for
  /// @param max how much may be asked for at once
  static Span asked(Call call, Duration ahead, Duration max) {
    String first = call.query("from", "");
    String last = call.query("until", "");
    Instant from = first.isEmpty() ? call.now() : Asked.instant("from", first);
    Instant until = last.isEmpty() ? from.plus(ahead) : Asked.instant("until", last);
    Optional<Span> span = new Between(from, until).span();
    if (span.isEmpty() || span.get().length().compareTo(max) > 0) {
      String allowed = "an instant after from, at most " + max.toDays() + " d";
      throw Asked.wrong("until", until.toString(), allowed);
    }
    return span.get();
  }

  /// One of the roles of the rota; where there is no such rota the engine will say so.
  static Role role(Call call, String rota, Asked asked) {
    String word = asked.text("role", Call.HANDLE_MAX);
    List<Role> roles =
        Optional.ofNullable(call.configuration().rotas().get(new RotaId(rota)))
            .map(Rota::roles)
            .orElse(Role.OF_EVERY_ROTA);
    return roles.stream()
        .filter(r -> r.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Asked.wrong("role", word, inWords(roles)));
  }

  private static String inWords(List<Role> roles) {
    return roles.stream().map(Role::word).collect(Collectors.joining(" or "));
  }

  /// Whether the rota in the address exists; answers when it does not.
  static boolean isKnown(Call call, String handle) {
    boolean known = call.configuration().rotas().containsKey(new RotaId(handle));
    if (!known) {
      var refusal = new Refusal("rota.unknown", "rota", handle, "the handle of a rota");
      Answers.refused(call.response(), refusal, "rota");
    }
    return known;
  }
}
