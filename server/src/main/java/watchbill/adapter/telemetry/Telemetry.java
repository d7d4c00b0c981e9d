package watchbill.adapter.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.time.TimeSource;

/// Counts what the program does. Others add to it; it is read at `/metrics`.
public final class Telemetry {
  private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);
  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AtomicReference<@Nullable Instant> lastTick = new AtomicReference<>();
  private final Counter events;
  private final Counter lines;
  private final Counter turns;
  private final Histogram turnCommands;
  private final Histogram turnSeconds;
  private final Counter notifications;
  private final Gauge calendars;
  private final Counter mended;
  private final Gauge canarySeconds =
      byMethod(
          "watchbill_canary_seconds",
          "How long the last test message took until its provider answered, by method");
  private final Gauge canaryPassed =
      byMethod(
          "watchbill_canary_passed", "Whether the provider took the last test message, by method");

  public Telemetry(TimeSource time) {
    events =
        Counter.builder()
            .name("watchbill_events_total")
            .help("Events received, by the kind of integration and what became of them")
            .labelNames("kind", "outcome")
            .register(registry);
    lines =
        Counter.builder()
            .name("watchbill_lines_total")
            .help("Mails, syslog lines and log records, by integration and what became of them")
            .labelNames("integration", "fate")
            .register(registry);
    turns =
        Counter.builder()
            .name("watchbill_turns_total")
            .help("Turns of the engine that were committed")
            .register(registry);
    turnCommands =
        Histogram.builder()
            .name("watchbill_turn_commands")
            .help("Commands decided in one turn")
            .classicOnly()
            .classicUpperBounds(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
            .register(registry);
    turnSeconds =
        Histogram.builder()
            .name("watchbill_turn_seconds")
            .help("How long a turn took, until it was on disk")
            .classicOnly()
            .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5)
            .register(registry);
    notifications =
        Counter.builder()
            .name("watchbill_notification_attempts_total")
            .help("Attempts to hand a notification to a provider, by what it answered")
            .labelNames("outcome")
            .register(registry);
    calendars =
        Gauge.builder()
            .name("watchbill_calendar_readable")
            .help("1 when a calendar could be read the last time, 0 when it could not")
            .labelNames("calendar")
            .register(registry);
    mended =
        Counter.builder()
            .name("watchbill_mended_total")
            .help("Pages that the inspection had to set moving again: a fault of ours")
            .register(registry);
    gauge(
        "watchbill_seconds_since_tick",
        "Seconds since due steps were last looked for; absent before the first time",
        () -> sinceTick(time.now()));
    ownProcess();
  }

  private Gauge byMethod(String name, String help) {
    return Gauge.builder().name(name).help(help).labelNames("method").register(registry);
  }

  /// Events came in by one kind of integration.
  public void received(String kind, String outcome, int count) {
    if (count > 0) {
      events.labelValues(kind, outcome).inc(count);
    }
  }

  /// Mails, syslog lines or log records came to one integration.
  public void lines(String integration, String fate, int count) {
    lines.labelValues(integration, fate).inc(count);
  }

  /// A turn was committed.
  public void turn(int commands, Duration took) {
    turns.inc();
    turnCommands.observe(commands);
    turnSeconds.observe(took.toNanos() / NANOS);
  }

  /// A provider was asked to take a notification.
  public void notification(String outcome) {
    notifications.labelValues(outcome).inc();
  }

  /// A calendar was asked for, and could be read or not.
  public void calendar(String name, boolean readable) {
    calendars.labelValues(name).set(readable ? 1 : 0);
  }

  /// A test message was given to a provider.
  ///
  /// @param seconds until it answered, or was given up
  public void canary(String method, double seconds, boolean passed) {
    canarySeconds.labelValues(method).set(seconds);
    canaryPassed.labelValues(method).set(passed ? 1 : 0);
  }

  /// Due steps were looked for.
  public void ticked(Instant at) {
    lastTick.set(at);
  }

  /// An inspection is over.
  public void inspected(int count) {
    mended.inc(count);
  }

  /// How many pages wait for somebody; asked at each reading. Call it once.
  public void openPages(LongSupplier count) {
    gauge("watchbill_open_pages", "Pages that nobody has acknowledged", count::getAsLong);
  }

  /// Whether pages go on by what this node knew of a store that is away. Call it once.
  public void degraded(BooleanSupplier is) {
    gauge(
        "watchbill_degraded",
        "1 while the store is away and pages go on by what this node knew of it",
        () -> is.getAsBoolean() ? 1 : 0);
  }

  /// All figures, as Prometheus reads them.
  byte[] text() {
    var out = new ByteArrayOutputStream(4096);
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private double sinceTick(Instant now) {
    Instant last = lastTick.get();
    return last == null ? Double.NaN : Duration.between(last, now).toNanos() / NANOS;
  }

  private void ownProcess() {
    Runtime runtime = Runtime.getRuntime();
    gauge(
        "watchbill_heap_used_bytes",
        "Memory in use on the heap",
        () -> runtime.totalMemory() - runtime.freeMemory());
    gauge("watchbill_heap_max_bytes", "Memory the heap may use", runtime::maxMemory);
    gauge(
        "watchbill_cpu_seconds",
        "Processor time used by this process",
        () ->
            ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toNanos() / NANOS)
                .orElse(Double.NaN));
  }

  /// A figure that can't be had is left out, and does not keep the others from being read.
  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(figure -> {
          double now = orNotANumber(name, value);
          if (!Double.isNaN(now)) {
            figure.call(now);
          }
        })
        .register(registry);
  }

  private static double orNotANumber(String name, DoubleSupplier value) {
    try {
      return value.getAsDouble();
    } catch (RuntimeException e) {
      LOG.warn("figure {} can't be had", name, e);
      return Double.NaN;
    }
  }
}
