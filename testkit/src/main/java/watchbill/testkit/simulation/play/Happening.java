package watchbill.testkit.simulation.play;

import java.time.Instant;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;
import watchbill.testkit.simulation.plan.Fault;
import watchbill.testkit.simulation.plan.House;

/// What can be seen from outside the engine, and what the invariants judge by.
public sealed interface Happening {
  /// Somebody outside asks for something; whether it is done is not known yet.
  record Asked(int node, Command command) implements Happening {}

  /// The engine answered.
  ///
  /// @param wall what the node's clock showed
  record Turned(int node, Instant wall, Command command, Reply reply) implements Happening {}

  /// One message is about to leave the house, about one page or about several.
  record Leaves(int node, Instant wall, Handing handing) implements Happening {}

  /// A notification of a page is about to leave the house, in a message of its own or with others.
  record Handed(int node, Instant wall, Handing.OfPage handing) implements Happening {}

  /// A provider was asked to carry one.
  ///
  /// @param rang whether the phone rang, whatever the provider says
  record Tried(int node, Notification notification, Outcome outcome, boolean rang)
      implements Happening {}

  record FaultBegan(Fault fault) implements Happening {}

  record FaultEnded(Fault fault) implements Happening {}

  record NodeStopped(int node, String why) implements Happening {}

  record NodeStarted(int node, House house) implements Happening {}

  /// A node that stood still goes on.
  record NodeThawed(int node) implements Happening {}
}
