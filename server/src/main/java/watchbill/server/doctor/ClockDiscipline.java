package watchbill.server.doctor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// Asks the kernel whether something keeps the clock right.
///
/// Linux tells by `adjtimex(2)`, called with no modes set: it changes nothing and answers
/// `TIME_ERROR` while no time service has the clock in hand.
final class ClockDiscipline {
  private static final int TIME_ERROR = 5;

  /// Larger than `struct timex` on any Linux (208 bytes on 64 bits).
  private static final long TIMEX_BYTES = 512;

  private ClockDiscipline() {}

  static Finding examine() {
    Optional<Integer> state = ask();
    if (state.isEmpty() || state.get() < 0) {
      return Finding.unknown("clock", "whether a time service keeps it right can't be told here");
    }
    return state.get() == TIME_ERROR
        ? Finding.poor(
            "clock", "no time service keeps it right; run chrony, ntpd or systemd-timesyncd")
        : Finding.well("clock", "a time service keeps it right");
  }

  /// Throwable, because that is what a downcall is declared to throw; whatever it is, the answer is
  /// that the clock could not be examined.
  @SuppressWarnings("restricted") // The one call into the C library; it reads, and frees nothing.
  private static Optional<Integer> ask() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup lookup = linker.defaultLookup();
    Optional<MemorySegment> adjtimex = lookup.find("adjtimex");
    if (adjtimex.isEmpty()) {
      return Optional.empty();
    }
    var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(TIMEX_BYTES);
      return Optional.of((int) linker.downcallHandle(adjtimex.get(), shape).invokeExact(timex));
    } catch (Throwable e) {
      return Optional.empty();
    }
  }
}
