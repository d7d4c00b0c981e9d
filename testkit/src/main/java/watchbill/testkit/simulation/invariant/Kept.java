package watchbill.testkit.simulation.invariant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I1: what was answered with success is there after any crash, as it came.
final class Kept implements Invariant {
  private static final int LOOKED_AT_AFTER_A_START = 10;

  private final Ground ground;
  private final Map<EventId, String> answered = new LinkedHashMap<>();

  Kept(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Turned(_, _, Command.Receive message, Reply.Received(var event, _)) ->
          answered.put(event, message.body());
      case Happening.NodeStarted _ -> {
        List<EventId> all = List.copyOf(answered.keySet());
        int from = Math.max(0, all.size() - LOOKED_AT_AFTER_A_START);
        all.subList(from, all.size()).forEach(this::look);
      }
      default -> {}
    }
  }

  @Override
  public void atEnd() {
    answered.keySet().forEach(this::look);
  }

  private void look(EventId event) {
    String body = answered.get(event);
    String kept = ground.read(s -> s.events().find(event)).map(Event::body).orElse("nothing");
    if (!kept.equals(body)) {
      ground.violated("I1", "message " + event.value() + " was answered; kept is: " + kept);
    }
  }
}
