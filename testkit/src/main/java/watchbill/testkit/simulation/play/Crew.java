package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.escalation.Page;
import watchbill.notification.About;
import watchbill.notification.Notification;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Seat;
import watchbill.testkit.simulation.plan.Chance;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.time.Span;

/// People with phones: they sleep, answer, answer twice or wrongly, and fall ill.
final class Crew {
  private static final String LINK = "wake link";
  private static final int TRIES = 6;
  private static final Duration OLD = Duration.ofHours(12);
  private static final int PAGES = 100;

  private final Stage stage;
  private final double sleeps;
  private final Map<PersonId, Integer> rings = new HashMap<>();

  Crew(Stage stage) {
    this.stage = stage;
    this.sleeps = stage.chance().branch("sleep").any(List.of(0.2, 0.5, 0.8));
  }

  /// A phone rings.
  void rings(Notification notification) {
    if (!(notification.about() instanceof About.OfPage(var page, _))) {
      return;
    }
    PersonId person = notification.person();
    int count = rings.merge(person, 1, Integer::sum);
    Chance chance = stage.chance().branch("ring " + count + " of " + person);
    if (!chance.happens(sleeps)) {
      Duration wakes = Duration.ofSeconds(5).plus(chance.around(Duration.ofSeconds(100)));
      stage.in(wakes, () -> reacts(person, page, chance));
    }
  }

  private void reacts(PersonId person, PageId page, Chance chance) {
    String by = person.handle();
    int mood = chance.below(100);
    if (mood < 70) {
      acknowledges(person, page, chance);
    } else if (mood < 75) {
      acknowledges(person, page, chance);
      acknowledges(person, page, chance.branch("twice"));
    } else if (mood < 80) {
      says(new Command.Resolve(page, by, LINK), chance);
    } else if (mood < 85) {
      says(new Command.HandOver(page, by, LINK), chance);
    } else if (mood < 89) {
      says(new Command.EscalateNow(page, by, LINK), chance);
    } else if (mood < 93) {
      Instant until = stage.worldTime().plus(Duration.ofMinutes(chance.between(5, 60)));
      says(new Command.Snooze(page, until, by, LINK), chance);
    } else if (mood < 96) {
      Optional<Instant> until = Optional.of(stage.worldTime().plus(Duration.ofHours(8)));
      says(new Command.StandDown(person, until, by, LINK), chance);
    } else {
      says(new Command.Acknowledge(new PageId("no such page"), by, LINK), chance);
    }
  }

  private void acknowledges(PersonId person, PageId page, Chance chance) {
    says(new Command.Acknowledge(page, person.handle(), LINK), chance);
    Duration work = Duration.ofMinutes(5).plus(chance.around(Duration.ofMinutes(20)));
    if (chance.happens(0.5)) {
      Chance later = chance.branch("later");
      stage.in(
          work,
          () ->
              says(
                  later.happens(0.1)
                      ? new Command.Unacknowledge(page, person.handle(), LINK)
                      : new Command.Resolve(page, person.handle(), LINK),
                  later));
    }
  }

  private void says(Command command, Chance chance) {
    stage.callers().insist(command, chance.branch("call"), TRIES, _ -> {});
  }

  /// Once a day somebody closes what lies about, whatever it was.
  void tidies() {
    Instant before = stage.worldTime().minus(OLD);
    List<Page> open = stage.read(stores -> stores.pages().open(PAGES));
    for (Page page : open) {
      if (page.openedAt().isBefore(before)) {
        Chance chance = stage.chance().branch("tidy " + page.id().value());
        says(new Command.Resolve(page.id(), "somebody", "web"), chance);
      }
    }
  }

  /// Somebody stands in for whoever has the duty.
  void swaps(int team, Chance chance) {
    TeamPlan plan = stage.house().team(team);
    Instant from = stage.worldTime().plus(Duration.ofHours(chance.between(1, 48)));
    var span = new Span(from, from.plus(Duration.ofHours(chance.between(2, 48))));
    PersonId person = chance.any(plan.people()).id();
    says(
        new Command.AddOverride(
            new RotaId(plan.handle()),
            Role.PRIMARY,
            span,
            new Change.TakeOver(Seat.of(person), 0),
            "",
            person),
        chance);
  }
}
