package watchbill.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.Integration;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;

/// What a dialect promises: it reads or refuses, each refusal names a field, a kept message is read
/// again as it was read first, and the engine takes what was understood.
final class DialectTaker implements FuzzTarget.Taker {
  private final Dialect dialect;
  private final Integration from;
  private final FuzzHouse house = new FuzzHouse();

  DialectTaker(Dialect dialect) {
    this.dialect = dialect;
    this.from = FuzzHouse.of(dialect.kind());
  }

  @Override
  public void take(byte[] input) {
    Written written = Written.read(input);
    Message message = new Message(asked(written.head()), written.body());
    Reading reading = dialect.read(message, from, FuzzHouse.NOW);
    switch (reading) {
      case Reading.Refused(var wrong) -> {
        holds(!wrong.isEmpty(), "a refusal gives a reason");
        named(wrong);
      }
      case Reading.Understood understood -> {
        named(understood.wrong());
        // PostgreSQL keeps no text with this character in it, and the store in memory does.
        String told = understood.reports() + " " + understood.changes();
        holds(told.indexOf('\0') < 0, "no text has the character 0 in it: " + told);
        submit(message.receive(from, understood.reports(), understood.changes()));
      }
    }
    Reading again = dialect.read(keptAndTakenOut(message), from, FuzzHouse.NOW);
    holds(reading.equals(again), "read again, it says " + again + " and first it said " + reading);
  }

  /// The headers its reader asks for, as they would be kept.
  private Map<String, String> asked(Map<String, String> head) {
    Map<String, String> asked = new HashMap<>();
    head.forEach((name, value) -> {
      String low = name.toLowerCase(Locale.ROOT);
      if (dialect.headers().contains(low)) {
        holds(dialect.kept(low, value).length() <= value.length() + 100, "a kept header is short");
        asked.put(low, value);
      }
    });
    return asked;
  }

  private void submit(Command command) {
    Reply reply = house.submit(command);
    holds(
        reply instanceof Reply.Received || reply instanceof Reply.Refused,
        "the engine says " + reply);
    house.tidy();
  }

  private Message keptAndTakenOut(Message message) {
    Command.Receive kept = message.receive(from, List.of(), List.of());
    return Message.of(
        new Event(new EventId("event"), from.id(), FuzzHouse.NOW, kept.head(), kept.body()));
  }

  static void named(List<Refusal> wrong) {
    for (Refusal refusal : wrong) {
      holds(
          !refusal.field().isBlank() && !refusal.code().isBlank() && !refusal.allowed().isBlank(),
          "a refusal names its field: " + refusal);
    }
  }

  static void holds(boolean promise, String words) {
    if (!promise) {
      throw new AssertionError(words);
    }
  }
}
