package watchbill.law.sin.kernel;

import java.io.FileReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Sins, one a method: each asks the machine for what core must be told.
@SuppressWarnings("JavaTimeDefaultTimeZone")
final class Impure {
  private Impure() {}

  static Object instant() {
    return Instant.now();
  }

  static Supplier<Instant> instantByReference() {
    return Instant::now;
  }

  static Object date() {
    return LocalDate.now();
  }

  static Object dateAndTime() {
    return LocalDateTime.now();
  }

  static Object dateInZone(ZoneId zone) {
    return ZonedDateTime.now(zone);
  }

  static Object systemClock() {
    return Clock.systemUTC();
  }

  static Object tickingClock(ZoneId zone) {
    return Clock.tickSeconds(zone);
  }

  static Object instantSource() {
    return InstantSource.system();
  }

  static long millis() {
    return System.currentTimeMillis();
  }

  static long nanos() {
    return System.nanoTime();
  }

  static double mathRandom() {
    return Math.random();
  }

  static int unseeded() {
    return new Random().nextInt();
  }

  static int secure() {
    return new SecureRandom().nextInt();
  }

  static int ofThread() {
    return ThreadLocalRandom.current().nextInt();
  }

  static int generator() {
    return RandomGenerator.getDefault().nextInt();
  }

  static void shuffles(List<String> names) {
    Collections.shuffle(names);
  }

  static Object uuid() {
    return UUID.randomUUID();
  }

  static Object thread() {
    return Thread.currentThread();
  }

  static Object virtualThread(Runnable work) {
    return Thread.ofVirtual().unstarted(work);
  }

  static void executor() {
    Executors.newSingleThreadExecutor().close();
  }

  static Object zone() {
    return ZoneId.systemDefault();
  }

  static Object timeZone() {
    return TimeZone.getDefault();
  }

  static Object locale() {
    return Locale.getDefault();
  }

  static Object environment() {
    return System.getenv();
  }

  static void prints() {
    System.out.println("to whom?");
  }

  static Object file(Path path) throws IOException {
    return Files.readString(path);
  }

  static Object reader(String path) throws IOException {
    return new FileReader(path, StandardCharsets.UTF_8);
  }

  static Object address() {
    return InetAddress.getLoopbackAddress();
  }
}
