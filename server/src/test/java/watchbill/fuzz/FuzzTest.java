package watchbill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.law.House;

/// Jazzer looks for bytes that break a target, one target after the other, each in a process of its
/// own; how many it tried is added to a report.
@Tag("fuzz")
class FuzzTest {
  private static final Duration TIME =
      Duration.ofMinutes(Long.parseLong(System.getProperty("fuzz.minutes", "5")));
  private static final String ONLY = System.getProperty("fuzz.target", "");
  private static final Path FOLDER = House.root().resolve("server/target/fuzz");
  private static final Pattern TRIED = Pattern.compile("(?m)^Done (\\d+) runs in (\\d+) second");

  /// It forbids connections, which is right for all that only reads.
  private static final String NO_CONNECTIONS =
      "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery";

  @ParameterizedTest
  @MethodSource("targets")
  void nothingBreaksIt(FuzzTarget target) throws IOException, InterruptedException {
    Path own = Files.createDirectories(FOLDER.resolve(target.name()));
    Corpus.write(target, own.resolve("seeds"));
    Files.createDirectories(own.resolve("corpus"));
    Path log = own.resolve("log.txt");
    Process jazzer =
        new ProcessBuilder(command(target, own))
            .directory(own.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = jazzer.waitFor();
    report(target, exit, Files.readString(log, StandardCharsets.ISO_8859_1));
    assertThat(exit).as("see %s", log).isZero();
  }

  static Stream<FuzzTarget> targets() {
    return FuzzTargets.all().filter(t -> ONLY.isEmpty() || t.name().equals(ONLY));
  }

  private static List<String> command(FuzzTarget target, Path own) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx900m", "-XX:+EnableDynamicAgentLoading"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dwatchbill.root=" + House.root());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + Fuzz.class.getName());
    command.add("--target_args=" + target.name());
    command.add("--instrumentation_includes=watchbill.**");
    command.add("--custom_hook_includes=watchbill.**");
    if (target.overHttp()) {
      command.add("--disabled_hooks=" + NO_CONNECTIONS);
    }
    command.add("--reproducer_path=" + own);
    command.add("-artifact_prefix=" + own + "/found-");
    command.add("-max_total_time=" + TIME.toSeconds());
    command.addAll(List.of("-timeout=60", "-rss_limit_mb=3000", "-max_len=16384"));
    command.addAll(List.of("corpus", "seeds"));
    return command;
  }

  private static void report(FuzzTarget target, int exit, String log) throws IOException {
    Matcher tried = TRIED.matcher(log);
    String line =
        exit == 0 && tried.find()
            ? "%s: %s inputs in %s s, nothing found"
                .formatted(target, tried.group(1), tried.group(2))
            : "%s: ended with %d, see server/target/fuzz/%s/log.txt"
                .formatted(target, exit, target);
    Files.writeString(
        FOLDER.resolve("report.txt"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
