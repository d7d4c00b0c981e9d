package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.engine.Command;
import watchbill.rota.request.OpenShift;
import watchbill.testkit.Cast;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// Where the rota says so, the duty of whoever is on leave is offered to the others. Until one of
/// them takes it, the lieutenant stands in.
class LeaveOpensTest {
  private static final String WEEK = "2025-01-13";

  @AutoClose
  private final World world =
      new World().onDuty("ben", "cho", "ana").policy("5 min").manager("dev").opensOnLeave();

  @Test
  void theShiftIsOfferedAndWhoeverClaimsItIsWoken() {
    world.rota().goesOnLeave("ana", WEEK, "7 d");
    world.crashAt(CrashPoint.HANDED).keepsWatch().fastForward("30 min");
    OpenShift shift = world.rota().openShift();
    assertThat(shift.openedBy().handle()).isEqualTo("watchbill");
    assertThat(shift.reason()).isEqualTo("Ana is on leave");
    assertThat(shift.holder()).contains(Cast.ANA);
    for (String other : List.of("ben", "cho", "dev")) {
      assertThat(offers(other)).as(other).containsExactly("Can you take a shift of Ana?");
    }
    assertThat(offers("ana")).isEmpty();
    assertThat(world.rota().onDutyInWeekOf(WEEK)).containsExactly("ben");

    world.rota().claims("cho");
    for (String concerned : List.of("ana", "ben", "dev")) {
      assertThat(read(concerned)).as(concerned).contains("Cho takes the shift");
    }
    world.crash().fastForward("7 d").fastForward("6 h");
    everybodyReads();
    world.report("checkout is down");
    world.phone("cho").expectSms("checkout is down").acknowledges();
  }

  @Test
  void itIsOpenedOnceHoweverOftenSomebodyLooks() {
    world.rota().goesOnLeave("ana", WEEK, "7 d");
    world.keepsWatch();
    assertThat(offers("cho")).hasSize(1);
    world.crash().fastForward("1 d").crash().fastForward("1 d");
    assertThat(offers("cho")).isEmpty();
    assertThat(opened()).isEqualTo(1);

    var withdraw = new Command.WithdrawOpenShift(world.rota().openShift().id(), Cast.DEV);
    assertThat(world.rota().refusal(withdraw)).isEmpty();
    world.fastForward("1 d").crash().fastForward("1 d");
    assertThat(offers("cho")).isEmpty();
    assertThat(opened()).isEqualTo(1);
    everybodyReads();
  }

  @Test
  void aLongerLeaveOpensWhatItAdds() {
    world.rota().goesOnLeave("ana", WEEK, "2 d");
    world.keepsWatch();
    assertThat(offers("cho")).hasSize(1);
    world.rota().goesOnLeave("ana", "2025-01-15", "1 d");
    world.fastForward("1 h");
    assertThat(offers("cho")).hasSize(1);
    assertThat(world.rota().openShift().span().length()).hasDays(1);
    everybodyReads();
  }

  @Test
  void whoeverComesBackKeepsTheirShift() {
    world.rota().goesOnLeave("ana", WEEK, "7 d");
    world.keepsWatch();
    String leave = world.away("ana").getFirst().id();
    assertThat(world.rota().refusal(new Command.WithdrawLeave(leave, "ana"))).isEmpty();
    world.fastForward("1 h");
    assertThat(world.rota().openShift().state()).isInstanceOf(OpenShift.State.Withdrawn.class);
    assertThat(world.rota().onDutyInWeekOf(WEEK)).containsExactly("ana");
    everybodyReads();
  }

  @Test
  void aGapWhoseOwnerIsOnLeaveIsOfferedToo() {
    world.onDuty("ana").rota().goesOnLeave("ana", WEEK, "7 d");
    world.keepsWatch();
    assertThat(offers("ben")).containsExactly("Can you take a shift of Ana?");
    assertThat(world.rota().onDutyInWeekOf(WEEK)).isEmpty();
    world.rota().claims("ben");
    assertThat(world.rota().onDutyInWeekOf(WEEK)).containsExactly("ben");
    everybodyReads();
  }

  @Test
  void whoLeavesInTheMiddleOfTheirShiftIsStoodInForAndNothingIsOffered() {
    world.rota().goesOnLeave("ben", "2025-01-05", "7 d");
    world.keepsWatch();
    assertThat(opened()).isZero();
    assertThat(world.rota().onDuty()).containsExactly("cho");
    everybodyReads();
  }

  @Test
  void aShiftNobodyTookIsTheLieutenantsAndTheManagerIsTold() {
    world.rota().goesOnLeave("ana", WEEK, "7 d");
    world.keepsWatch().fastForward("7 d").fastForward("6 h");
    assertThat(read("dev")).contains("Nobody took the shift that was offered");
    assertThat(world.rota().onDuty()).containsExactly("ben");
    everybodyReads();
  }

  private long opened() {
    return world.rota().history().stream().filter(l -> l.contains("asks who can take")).count();
  }

  private List<String> offers(String handle) {
    return read(handle).stream().filter(s -> s.startsWith("Can you take")).toList();
  }

  private List<String> read(String handle) {
    return world.phone(handle).readAllSubjects();
  }

  private void everybodyReads() {
    Cast.everybody().forEach(p -> read(p.id().handle()));
  }
}
