package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import watchbill.alert.AlertId;
import watchbill.alert.AlertStore;
import watchbill.alert.SilenceId;
import watchbill.silence.Silence;
import watchbill.silence.SilenceStore;
import watchbill.silence.Silences;
import watchbill.testkit.memory.MemoryState.SilenceRow;

final class MemorySilenceStore implements SilenceStore {
  private final Rows<String, SilenceRow> rows;

  MemorySilenceStore(Rows<String, SilenceRow> rows) {
    this.rows = rows;
  }

  @Override
  public void add(Silence silence) {
    rows.add(silence.id().value(), due(silence, new TreeSet<>()));
  }

  @Override
  public void save(Silence silence) {
    row(silence.id()).ifPresent(row -> put(due(silence, row.muted())));
  }

  @Override
  public Optional<Silence> find(SilenceId id) {
    return row(id).map(SilenceRow::silence);
  }

  @Override
  public List<Silence> live(Instant now) {
    return all().filter(s -> now.isBefore(s.endsAt())).toList();
  }

  @Override
  public List<Silence> ended(Instant since, Instant now, int limit) {
    return all()
        .filter(s -> s.endsAt().isAfter(since) && !now.isBefore(s.endsAt()))
        .sorted(Comparator.comparing(Silence::endsAt).thenComparing(s -> s.id().value()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Sweep> toSweep(Instant now, int limit) {
    return rows.all().stream()
        .filter(row -> row.toSweep() && !now.isBefore(row.silence().startsAt()))
        .sorted(Comparator.comparing(row -> row.silence().startsAt()))
        .limit(limit)
        .map(row -> new Sweep(row.silence(), row.after()))
        .toList();
  }

  @Override
  public void swept(SilenceId silence, Optional<AlertStore.Place> after) {
    row(silence)
        .ifPresent(row ->
            put(
                new SilenceRow(
                    row.silence(), after.isPresent(), after, row.warnAt(), row.muted())));
  }

  @Override
  public List<Silence> toWarn(Instant now, int limit) {
    return rows.all().stream()
        .filter(row -> row.warnAt().filter(at -> !now.isBefore(at)).isPresent())
        .sorted(Comparator.comparing(row -> row.warnAt().orElseThrow()))
        .limit(limit)
        .map(SilenceRow::silence)
        .toList();
  }

  @Override
  public void warned(SilenceId silence) {
    row(silence)
        .ifPresent(row ->
            put(
                new SilenceRow(
                    row.silence(), row.toSweep(), row.after(), Optional.empty(), row.muted())));
  }

  @Override
  public void muted(SilenceId silence, List<AlertId> alerts) {
    row(silence)
        .ifPresent(row -> {
          NavigableSet<String> muted = new TreeSet<>(row.muted());
          alerts.forEach(alert -> muted.add(alert.value()));
          put(new SilenceRow(row.silence(), row.toSweep(), row.after(), row.warnAt(), muted));
        });
  }

  @Override
  public List<AlertId> mutedBy(SilenceId silence, int limit) {
    return row(silence).stream()
        .flatMap(row -> row.muted().descendingSet().stream())
        .limit(limit)
        .map(AlertId::new)
        .toList();
  }

  @Override
  public long countMutedBy(SilenceId silence) {
    return row(silence).map(row -> row.muted().size()).orElse(0);
  }

  private static SilenceRow due(Silence silence, NavigableSet<String> muted) {
    Optional<Instant> warnAt =
        Optional.of(silence).filter(s -> !s.wasEnded()).map(Silences::warnAt);
    return new SilenceRow(silence, !silence.wasEnded(), Optional.empty(), warnAt, muted);
  }

  private Optional<SilenceRow> row(SilenceId id) {
    return rows.find(id.value());
  }

  private Stream<Silence> all() {
    return rows.all().stream().map(SilenceRow::silence);
  }

  private void put(SilenceRow row) {
    rows.put(row.silence().id().value(), row);
  }
}
