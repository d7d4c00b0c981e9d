package watchbill.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.Swap;
import watchbill.time.TimeWords;

/// Decides what people are told of swaps and open shifts. Pure.
public final class RequestNotices {
  /// How long before a swap expires its answer is asked for again, the nearest last.
  private static final List<Duration> REMINDERS =
      List.of(
          Duration.ofDays(28),
          Duration.ofDays(21),
          Duration.ofDays(14),
          Duration.ofDays(7),
          Duration.ofDays(3),
          Duration.ofDays(2),
          Duration.ofDays(1),
          Duration.ofHours(12));

  private final Words words;
  private final Instant now;

  public RequestNotices(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  public Occasion asked(Swap swap) {
    String headline = words.name(swap.asker()) + " asks you to swap";
    return swap(swap, swap.other(), "asked", headline).until(swap.expiresAt());
  }

  /// The reminder that is due now; the nearest of them, and none that was due before it was asked.
  public Optional<Occasion> reminder(Swap swap) {
    Optional<Duration> lead =
        REMINDERS.stream()
            .filter(l -> !now.isBefore(swap.expiresAt().minus(l)))
            .reduce((_, nearer) -> nearer)
            .filter(l -> swap.expiresAt().minus(l).isAfter(swap.askedAt()));
    return lead.map(l -> {
      String headline =
          words.name(swap.asker())
              + " still waits for your answer about a swap: "
              + TimeWords.of(Duration.between(now, swap.expiresAt()))
              + " left";
      return swap(swap, swap.other(), "reminder/" + l, headline).until(swap.expiresAt());
    });
  }

  /// Accepted or declined, told to whoever asked.
  public Occasion answered(Swap swap) {
    String answer =
        switch (swap.state()) {
          case Swap.State.Accepted _ -> " swaps with you";
          case Swap.State.Declined _ -> " does not swap with you";
          case Swap.State.Asked _, Swap.State.Withdrawn _, Swap.State.Expired _ ->
              throw new IllegalArgumentException("not answered: " + swap.state().word());
        };
    return swap(swap, swap.asker(), "answered", words.name(swap.other()) + answer);
  }

  public Occasion withdrawn(Swap swap) {
    String headline = words.name(swap.asker()) + " does not ask you to swap any more";
    return swap(swap, swap.other(), "withdrawn", headline);
  }

  /// Both are told that everything stays as it is.
  public List<Occasion> expired(Swap swap) {
    return List.of(
        swap(swap, swap.asker(), "expired", words.name(swap.other()) + " did not answer you"),
        swap(swap, swap.other(), "expired", "You did not answer " + words.name(swap.asker())));
  }

  private Occasion swap(Swap swap, PersonId reader, String what, String headline) {
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(Words.rota(swap.rota(), swap.role()));
    boolean asker = reader.equals(swap.asker());
    facts.add(new Message.Fact(asker ? "You give" : "You take", words.span(swap.span(), reader)));
    swap.inReturn()
        .ifPresent(back ->
            facts.add(new Message.Fact(asker ? "You take" : "You give", words.span(back, reader))));
    if (!swap.note().isEmpty()) {
      facts.add(new Message.Fact("Note", swap.note()));
    }
    if (swap.state() instanceof Swap.State.Declined(_, var why) && !why.isEmpty()) {
      facts.add(new Message.Fact("Why", why));
    }
    facts.add(new Message.Fact("If you do nothing", unlessAnswered(swap, reader)));
    String key = "swap/" + swap.id() + "/" + what;
    return Occasion.of(reader, Notice.Kind.SWAP, key, headline, facts);
  }

  private String unlessAnswered(Swap swap, PersonId reader) {
    return swap.isOpen()
        ? "it expires " + words.at(swap.expiresAt(), reader) + ", and everything stays as it is"
        : swap.state() instanceof Swap.State.Accepted
            ? "the rota has it already"
            : "everything stays as it is";
  }

  /// Told to somebody who could take it.
  public Occasion offered(OpenShift shift, PersonId reader) {
    String headline =
        shift
            .holder()
            .map(p -> "Can you take a shift of " + words.name(p) + "?")
            .orElse("Can you take a shift that nobody has?");
    return shift(shift, reader, "offered", headline).until(shift.span().from());
  }

  /// Told to those concerned, and to whose it was.
  ///
  /// @param concerned whoever opened it or answers for it, and who would have stood in
  public List<Occasion> claimed(OpenShift shift, PersonId by, Set<PersonId> concerned) {
    Set<PersonId> readers = new LinkedHashSet<>(concerned);
    shift.holder().ifPresent(readers::add);
    readers.remove(by);
    String headline = words.name(by) + " takes the shift";
    return readers.stream().map(r -> shift(shift, r, "claimed", headline)).toList();
  }

  public Occasion expired(OpenShift shift, PersonId reader) {
    String whose = reader.equals(shift.openedBy()) ? "you offered" : "that was offered";
    return shift(shift, reader, "expired", "Nobody took the shift " + whose);
  }

  private Occasion shift(OpenShift shift, PersonId reader, String what, String headline) {
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(Words.rota(shift.rota(), shift.role()));
    facts.add(words.when(shift.span(), reader));
    if (!shift.reason().isEmpty()) {
      facts.add(new Message.Fact("Why", shift.reason()));
    }
    String key = "open-shift/" + shift.id() + "/" + what;
    return Occasion.of(reader, Notice.Kind.OPEN_SHIFT, key, headline, facts);
  }
}
