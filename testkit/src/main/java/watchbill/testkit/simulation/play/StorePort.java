package watchbill.testkit.simulation.play;

import java.util.function.Function;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.testkit.simulation.plan.Chance;
import watchbill.testkit.simulation.plan.FaultKind;

/// One node's way to the store, with all that can go wrong on it. A node that is about to die does
/// so before or after a call of a port, as many calls on as was drawn.
final class StorePort implements Transactions {
  private static final double COMMIT_IN_DOUBT = 0.3;
  private static final double OTHERS_WENT_FIRST = 0.4;
  private static final int NEVER = -1;

  private final Transactions real;
  private final Weather weather;
  private final Chance chance;
  private final int node;
  private final Function<Stores, Stores> defect;
  private int callsToLive = NEVER;

  StorePort(
      Transactions real,
      Weather weather,
      Chance chance,
      int node,
      Function<Stores, Stores> defect) {
    this.real = real;
    this.weather = weather;
    this.chance = chance;
    this.node = node;
    this.defect = defect;
  }

  /// The node dies when it has made so many calls.
  void dieAfter(int calls) {
    callsToLive = calls;
  }

  boolean isAboutToDie() {
    return callsToLive != NEVER;
  }

  /// A place where the node may die.
  void point(String where) {
    if (callsToLive == NEVER) {
      return;
    }
    if (callsToLive == 0) {
      callsToLive = NEVER;
      throw new NodeDied(where);
    }
    callsToLive--;
  }

  @Override
  public <R> R write(Function<Stores, R> work) {
    refuseIfAway();
    point("before a transaction");
    boolean inDoubt = weather.is(FaultKind.COMMIT_UNKNOWN) && chance.happens(COMMIT_IN_DOUBT);
    boolean done = chance.happens(0.5);
    R result =
        real.write(stores -> {
          R made = work.apply(seen(stores));
          point("before a commit");
          if (inDoubt && !done) {
            throw new StoreIsAway("the commit was not answered; it was not done");
          }
          if (weather.is(FaultKind.SERIALIZATION) && chance.happens(OTHERS_WENT_FIRST)) {
            throw new StoreIsAway("others went first");
          }
          return made;
        });
    point("after a commit");
    if (inDoubt || weather.strikes(FaultKind.ANSWERS_LOST, node)) {
      throw new StoreIsAway("the commit was not answered; it was done");
    }
    return result;
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    refuseIfAway();
    return real.read(work);
  }

  private void refuseIfAway() {
    if (weather.is(FaultKind.STORE_DOWN) || weather.strikes(FaultKind.CUT_OFF, node)) {
      throw new StoreIsAway("the store can't be reached");
    }
  }

  /// In the way of every call only while the node is about to die: else it would cost too much.
  private Stores seen(Stores stores) {
    Stores seen = defect.apply(stores);
    if (callsToLive == NEVER) {
      return seen;
    }
    return Interception.of(
        seen,
        (method, arguments, call) -> {
          point("before " + method.getName());
          Object result = call.with(arguments);
          point("after " + method.getName());
          return result;
        });
  }
}
