package watchbill.server.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import watchbill.rota.Deviations;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.RotaHistory;
import watchbill.rota.Rotas;
import watchbill.time.Span;

/// Measures how long it takes to say who is on duty, and to lay out a year of shifts.
public final class RotaBench {
  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final Span WINDOW = new Span(YEAR, YEAR.plus(Duration.ofDays(365)));
  private static final int QUESTIONS = 200_000;
  private static final int ROTAS = 1_000;
  private static final int ROUNDS = 5;
  private static final double MICRO = 1_000;
  private static final double SECOND = 1e9;

  private final PrintWriter out;

  public RotaBench(PrintWriter out) {
    this.out = out;
  }

  /// Prints a row for each figure; the last of several rounds is the one to read.
  public void run() {
    out.println("Rotas of " + LargeRota.LAYERS + " layers and " + LargeRota.PEOPLE + " people,");
    out.println("with overrides and leave through the year; one thread, the last round is warm.");
    for (int round = 1; round <= ROUNDS; round++) {
      out.println("round " + round);
      onDuty();
      year();
      out.flush();
    }
  }

  /// One question at a time, at instants all over the year.
  private void onDuty() {
    var random = new Random(7);
    RotaHistory rota = RotaHistory.always(LargeRota.number(0));
    Deviations deviations = LargeRota.deviations(0, WINDOW);
    long[] nanos = new long[QUESTIONS];
    int people = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Instant at = WINDOW.from().plusSeconds(random.nextInt(365 * 86_400));
      long started = System.nanoTime();
      OnDuty duty = Rotas.onDuty(rota, deviations, Role.PRIMARY, at);
      nanos[i] = System.nanoTime() - started;
      people += duty.people().size();
    }
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "  who is on duty, and until when   median %.1f us  p99 %.1f us  (%d answers, %d people)%n",
        nanos[QUESTIONS / 2] / MICRO,
        nanos[QUESTIONS * 99 / 100] / MICRO,
        QUESTIONS,
        people);
  }

  private void year() {
    List<RotaHistory> rotas = new ArrayList<>();
    List<Deviations> deviations = new ArrayList<>();
    for (int i = 0; i < ROTAS; i++) {
      rotas.add(RotaHistory.always(LargeRota.number(i)));
      deviations.add(LargeRota.deviations(i, WINDOW));
    }
    long shifts = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long startedCpu = threads.getCurrentThreadCpuTime();
    long started = System.nanoTime();
    for (int i = 0; i < ROTAS; i++) {
      shifts += Rotas.shifts(rotas.get(i), deviations.get(i), Role.PRIMARY, WINDOW).size();
    }
    double seconds = (System.nanoTime() - started) / SECOND;
    double cpu = (threads.getCurrentThreadCpuTime() - startedCpu) / SECOND;
    out.printf(
        Locale.ROOT,
        "  a year of final shifts           %.2f s for %d rotas, computing %.2f s  (%d shifts)%n",
        seconds,
        ROTAS,
        cpu,
        shifts);
  }
}
