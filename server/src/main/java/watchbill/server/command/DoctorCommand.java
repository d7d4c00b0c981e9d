package watchbill.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import watchbill.adapter.system.SystemTime;
import watchbill.server.config.Settings;
import watchbill.server.doctor.Doctor;
import watchbill.server.doctor.Finding;
import watchbill.server.doctor.StoreDoctor;

/// `watchbill doctor`.
@Command(
    name = "doctor",
    description = "Looks over this machine: JDK, clock, time zones, disk, ways to reach people.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Mixin private NodeOptions options = new NodeOptions();
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
    findings.forEach(f -> Lines.print(spec, f.line()));
    return findings.stream().anyMatch(f -> f.health() == Finding.Health.BAD) ? 1 : 0;
  }
}
