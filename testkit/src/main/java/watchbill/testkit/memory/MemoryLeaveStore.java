package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Leave;
import watchbill.calendar.LeaveStore;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

final class MemoryLeaveStore implements LeaveStore {
  private static final Comparator<Leave> EARLIEST_FIRST =
      Comparator.comparing((Leave l) -> l.span().from()).thenComparing(Leave::id);

  private final Rows<String, KeptLeave> rows;

  MemoryLeaveStore(Rows<String, KeptLeave> rows) {
    this.rows = rows;
  }

  @Override
  public void add(Leave leave) {
    rows.add(leave.id(), new KeptLeave(leave, Optional.empty()));
  }

  @Override
  public Optional<KeptLeave> find(String id) {
    return rows.find(id);
  }

  @Override
  public void withdraw(String id, String by, Instant at) {
    find(id)
        .filter(kept -> kept.withdrawal().isEmpty())
        .map(kept -> new KeptLeave(kept.leave(), Optional.of(new KeptLeave.Withdrawal(by, at))))
        .ifPresent(kept -> rows.put(id, kept));
  }

  @Override
  public void end(String id, Instant until) {
    find(id)
        .map(kept -> new KeptLeave(ending(kept.leave(), until), kept.withdrawal()))
        .ifPresent(kept -> rows.put(id, kept));
  }

  @Override
  public List<Leave> touching(Span span) {
    return inForce().filter(l -> l.span().overlaps(span)).sorted(EARLIEST_FIRST).toList();
  }

  @Override
  public List<Leave> of(PersonId person, Instant endsAfter) {
    return inForce()
        .filter(l -> l.person().equals(person) && l.span().until().isAfter(endsAfter))
        .sorted(EARLIEST_FIRST)
        .toList();
  }

  private Stream<Leave> inForce() {
    return rows.all().stream().filter(kept -> kept.withdrawal().isEmpty()).map(KeptLeave::leave);
  }

  private static Leave ending(Leave l, Instant until) {
    var span = new Span(l.span().from(), until);
    return new Leave(l.id(), l.person(), span, l.source(), l.note());
  }
}
