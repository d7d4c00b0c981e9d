package watchbill.adapter.channel.demo;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.time.TimeSource;

/// The phones of everybody in the demo.
public final class DemoPhones {
  private static final int KEPT = 50;

  private final Function<Line, Optional<PersonId>> owners;
  private final TimeSource time;
  private final Map<PersonId, Deque<Ring>> rings = new HashMap<>();
  private final List<Consumer<Ring>> listeners = new CopyOnWriteArrayList<>();
  private volatile Reception reception = Reception.GOOD;
  private long count;

  /// The phones.
  ///
  /// @param owners whose phone a line leads to; asked at each message, since people come and go
  public DemoPhones(Function<Line, Optional<PersonId>> owners, TimeSource time) {
    this.owners = owners;
    this.time = time;
  }

  /// Where a message is sent: a number, a topic, an address.
  public record Line(ContactMethod method, String address) {}

  /// One message that arrived.
  ///
  /// @param number counts all messages to all phones, from 1
  public record Ring(
      long number, Instant at, PersonId person, ContactMethod method, Message message) {}

  /// The channel that reaches these phones by one method.
  public DemoChannel channel(ContactMethod method) {
    return new DemoChannel(method, this);
  }

  /// From now on, for all phones.
  public void reception(Reception next) {
    reception = next;
  }

  Reception reception() {
    return reception;
  }

  /// The latest messages on a person's phone, newest first.
  public synchronized List<Ring> of(PersonId person) {
    return List.copyOf(rings.getOrDefault(person, new ArrayDeque<>()));
  }

  /// The number of the latest message to anybody; grows when there is something new to show.
  public synchronized long latest() {
    return count;
  }

  /// Tells of each message from now on, until the subscription is closed. The listener must be
  /// quick, and is told on the thread that sends.
  public Subscription onRing(Consumer<Ring> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Ends with [#close()].
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /// Puts a message on the phone of whoever the line belongs to; empty when it is nobody's.
  Optional<Ring> ring(Line line, Message message) {
    Optional<Ring> ring = owners.apply(line).map(owner -> keep(owner, line.method(), message));
    ring.ifPresent(r -> listeners.forEach(l -> l.accept(r)));
    return ring;
  }

  private synchronized Ring keep(PersonId owner, ContactMethod method, Message message) {
    var ring = new Ring(++count, time.now(), owner, method, message);
    Deque<Ring> kept = rings.computeIfAbsent(owner, _ -> new ArrayDeque<>());
    kept.addFirst(ring);
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
    return ring;
  }
}
