package watchbill.server.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watchbill.server.child.ChildNode;
import watchbill.server.several.Patience;
import watchbill.server.several.Phones;

/// A node with its folder and its phones, on which a scenario is played round after round.
final class Lane implements AutoCloseable {
  /// After so many it starts again with an empty folder.
  static final int ROUNDS = 50;

  private static final Duration DIES_WITHIN = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofMillis(1_500);

  private final NodeStore store;
  private final Program program;
  private final Phones phones = new Phones();
  private final Path folder;
  private final int port = ChildNode.freePort();
  private final List<Round> rounds = new ArrayList<>();
  private List<String> means = List.of();
  private Duration worst = Duration.ZERO;
  private @Nullable Victim node;

  /// Nothing runs in it yet.
  ///
  /// @param folder of its own
  Lane(Household house, NodeStore.Kind kind, Program program, Path folder) throws IOException {
    this.program = program;
    this.folder = Files.createDirectories(folder);
    this.store = NodeStore.of(kind, Files.createDirectories(data()));
    house.write(configuration(), phones.address(), ROUNDS);
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path traced() {
    return folder.resolve("traced.log");
  }

  NodeStore store() {
    return store;
  }

  Program program() {
    return program;
  }

  Phones phones() {
    return phones;
  }

  Victim node() {
    Victim running = node;
    if (running == null) {
      throw new IllegalStateException("no node was started yet");
    }
    return running;
  }

  List<String> serve() {
    List<String> command = new ArrayList<>(means);
    command.addAll(
        program.command(
            "serve",
            "--config=" + configuration(),
            "--data=" + data(),
            "--listen=127.0.0.1:" + port));
    command.addAll(store.arguments());
    return command;
  }

  /// By another program, which becomes the node.
  void startBy(List<String> program) throws IOException {
    means = List.copyOf(program);
    start();
  }

  /// Starts the node if it does not run.
  void start() throws IOException {
    if (node == null || !node.isAlive()) {
      node = Victim.start(serve(), data(), port);
    }
  }

  /// A node that somebody else started takes the place of the one that was here.
  Victim adopt(Process process) {
    Victim adopted = Victim.over(process, data(), port);
    node = adopted;
    return adopted;
  }

  void stop() {
    if (node != null) {
      node.kill();
    }
  }

  boolean isFull() {
    return rounds.size() == ROUNDS;
  }

  /// A round of whoever plays it.
  Round begin(String killedAt) {
    var round = new Round(rounds.size(), this, killedAt);
    rounds.add(round);
    return round;
  }

  /// Plays one round, and looks at what came of it.
  Strace play(Scenario scenario, Optional<Point> point) throws IOException, InterruptedException {
    Round round = begin(point.map(Point::toString).orElse("nowhere"));
    Strace seen = scenario.play(round, point);
    Victim played = node();
    if (seen.hasKilled() && seen.wasAttached()) {
      played.dies(DIES_WITHIN);
    }
    start();
    if (played != node()) {
      round.died();
    }
    scenario.check(round);
    Checks.theStoreIsWhole(round);
    end(round);
    return seen;
  }

  /// Somebody was told so long after a restart.
  void toldAfter(Duration time) {
    if (time.compareTo(worst) > 0) {
      worst = time;
    }
  }

  /// The longest that anybody waited for a first message after a restart.
  Duration worst() {
    return worst;
  }

  int restarts() {
    return rounds.stream().mapToInt(Round::deaths).sum();
  }

  /// What was found wrong in all rounds. The last of them gets time to be told what it must not be.
  List<String> wrongs() {
    Patience.pass(SILENCE);
    List<String> wrongs = new ArrayList<>();
    for (Round round : rounds) {
      Checks.nobodyIsToldTooOften(round);
      Checks.isSilentAfterwards(round);
      wrongs.addAll(round.wrongs());
    }
    return wrongs;
  }

  @Override
  public void close() {
    stop();
    phones.close();
  }

  private void end(Round round) {
    node()
        .page(round.title())
        .map(p -> p.path("id").asString(""))
        .ifPresent(page -> {
          if (node().change(page, "resolve")) {
            round.over();
          } else {
            round.wrong("its page can't be resolved");
          }
        });
  }

  private Path configuration() {
    return folder.resolve("watchbill.yaml");
  }
}
