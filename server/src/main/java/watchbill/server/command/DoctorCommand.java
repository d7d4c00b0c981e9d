package watchbill.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.system.SystemTime;
import watchbill.notification.Channel;
import watchbill.notification.NotificationId;
import watchbill.server.canary.Trial;
import watchbill.server.config.ChannelSettings;
import watchbill.server.config.Settings;
import watchbill.server.doctor.Doctor;
import watchbill.server.doctor.Finding;
import watchbill.server.doctor.StoreDoctor;
import watchbill.server.node.Providers;

/// `watchbill doctor`.
@Command(
    name = "doctor",
    description = "Looks over this machine: JDK, clock, time zones, disk, ways to reach people.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Mixin private NodeOptions options = new NodeOptions();

  @Option(
      names = "--canary",
      description = "Sends a test message to each address that is set as a canary, too.")
  private boolean canary;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = options.settings();
    Instant now = new SystemTime().now();
    List<Finding> findings =
        new ArrayList<>(
            Doctor.examine(
                options.data(settings.server()), NodeOptions.reaches(settings.channels()), now));
    options
        .database(settings.server())
        .ifPresent(database -> findings.add(StoreDoctor.examine(database, now)));
    if (canary) {
      findings.addAll(canaries(settings.channels(), now));
    }
    findings.forEach(f -> Lines.print(spec, f.line()));
    return findings.stream().anyMatch(f -> f.health() == Finding.Health.BAD) ? 1 : 0;
  }

  private static List<Finding> canaries(ChannelSettings settings, Instant now) {
    var time = new SystemTime();
    try (var egress = new Egress()) {
      List<Channel> channels =
          new Providers(egress, new DemoPhones(_ -> Optional.empty(), time), time).of(settings);
      var id = new NotificationId("canary-by-hand-" + now);
      List<Finding> findings =
          Trial.all(channels, settings.canaries(), id).stream().map(DoctorCommand::found).toList();
      return findings.isEmpty()
          ? List.of(
              new Finding(
                  Finding.Health.POOR, "canary", "no channel has one: channels.email.canary"))
          : findings;
    }
  }

  private static Finding found(Trial trial) {
    Finding.Health health = trial.passed() ? Finding.Health.WELL : Finding.Health.BAD;
    return new Finding(health, "canary", "by " + trial.method().word() + ": " + trial.inWords());
  }
}
