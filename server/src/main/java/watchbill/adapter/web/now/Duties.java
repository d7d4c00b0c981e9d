package watchbill.adapter.web.now;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.escalation.Roster;
import watchbill.rota.Gap;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.RotaId;

/// Who is on duty in each rota, for one reader.
record Duties(Roster roster, Clock clock) {

  List<NowView.DutyRow> rows() {
    return roster.rotas().keySet().stream()
        .sorted(Comparator.comparing(RotaId::handle))
        .map(this::row)
        .toList();
  }

  private NowView.DutyRow row(RotaId rota) {
    OnDuty primary = roster.onDuty(rota, Role.PRIMARY, clock.now());
    OnDuty lieutenant = roster.onDuty(rota, Role.LIEUTENANT, clock.now());
    String left = primary.until().map(u -> clock.left(u) + " left").orElse("");
    return new NowView.DutyRow(
        "/rotas/" + rota, Names.title(rota.handle()), primary(primary), deputy(lieutenant), left);
  }

  private NowView.Holder primary(OnDuty duty) {
    return switch (duty) {
      case OnDuty.Somebody s ->
          new NowView.Holder(
              of(s), List.of(), s.until().map(u -> "until " + clock.moment(u)).orElse(""));
      case OnDuty.Nobody n -> nobody(n);
    };
  }

  private NowView.Holder deputy(OnDuty duty) {
    return switch (duty) {
      case OnDuty.Somebody s -> new NowView.Holder(of(s), List.of(), "lieutenant");
      case OnDuty.Nobody(_, _, Gap.NoLieutenant _, _) ->
          new NowView.Holder("", List.of(), "no lieutenant");
      case OnDuty.Nobody n -> nobody(n);
    };
  }

  private NowView.Holder nobody(OnDuty.Nobody duty) {
    String end = duty.until().map(u -> "Nobody until " + clock.moment(u)).orElse("Nobody");
    Mark mark = new Mark(Mark.NOBODY.look(), end);
    return new NowView.Holder("", List.of(mark), duty.gap().inWords());
  }

  private String of(OnDuty.Somebody duty) {
    return duty.people().stream().map(new Names(roster)::of).collect(Collectors.joining(", "));
  }
}
