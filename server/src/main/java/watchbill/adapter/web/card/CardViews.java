package watchbill.adapter.web.card;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import watchbill.watch.WatchCard;

/// Puts a watch card into words, as a page and as plain text.
final class CardViews {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter AS_OF =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH);

  private CardViews() {}

  static CardView of(WatchCard card, String title, URI url, Instant now) {
    Map<String, List<CardView.Watch>> rotas = new LinkedHashMap<>();
    for (WatchCard.Watch w : card.watches()) {
      String heading = w.rota() + ", " + w.role() + " (" + w.zone() + ")";
      String when = moment(w.span().from(), w.zone()) + " – " + moment(w.span().until(), w.zone());
      rotas
          .computeIfAbsent(heading, _ -> new ArrayList<>())
          .add(new CardView.Watch(when, w.who(), w.isGap()));
    }
    return new CardView(
        title,
        AS_OF.format(now.atOffset(ZoneOffset.UTC)),
        rotas.entrySet().stream().map(e -> new CardView.Rota(e.getKey(), e.getValue())).toList(),
        card.ladders().stream().map(CardViews::ladder).toList(),
        card.people().stream()
            .map(p -> new CardView.Reach(p.name(), numbers(p), p.mail()))
            .toList(),
        whenDown(card, url));
  }

  /// The same without any markup, at most 80 columns where names allow it.
  static String text(CardView view) {
    List<String> lines = new ArrayList<>(List.of(view.title(), "as of " + view.asOf()));
    heading(lines, "If Watchbill does not answer");
    for (int i = 0; i < view.whenDown().size(); i++) {
      lines.add((i + 1) + ". " + view.whenDown().get(i));
    }
    for (CardView.Rota rota : view.rotas()) {
      heading(lines, "On duty: " + rota.heading());
      rota.watches().forEach(w -> lines.add("%-38s %s".formatted(w.when(), w.who())));
    }
    for (CardView.Ladder ladder : view.ladders()) {
      heading(lines, "Whom to call for " + ladder.services());
      lines.addAll(ladder.steps());
    }
    heading(lines, "Numbers");
    view.people()
        .forEach(p -> lines.add("%-24s %s  %s".formatted(p.name(), p.numbers(), p.mail()).strip()));
    return String.join("\n", lines) + "\n";
  }

  private static void heading(List<String> lines, String words) {
    lines.add("");
    lines.add(words);
    lines.add("-".repeat(words.length()));
  }

  private static CardView.Ladder ladder(WatchCard.Ladder ladder) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < ladder.steps().size(); i++) {
      steps.add((i + 1) + ". " + ladder.steps().get(i));
    }
    steps.add("Then the fallback: " + ladder.fallback());
    String services =
        ladder.services().stream().map(Object::toString).collect(Collectors.joining(", "));
    return new CardView.Ladder(services, steps);
  }

  private static String numbers(WatchCard.Reach reach) {
    return reach.numbers().isEmpty() ? "no number known" : String.join(", ", reach.numbers());
  }

  private static List<String> whenDown(WatchCard card, URI url) {
    List<String> steps = new ArrayList<>();
    steps.add("Look: " + url.resolve("/readyz") + " says \"ready\" when it works.");
    steps.add(
        "Until it does, page by hand: whoever is on duty first, then by the list for the service."
            + " No answer in the time it says: the next.");
    if (!card.keepers().isEmpty()) {
      steps.add("Tell who looks after it: " + String.join(", ", card.keepers()) + ".");
    }
    steps.add("Start it again: ./watchbill serve. What it had accepted is on disk and goes on.");
    steps.add("If its disk is lost: ./watchbill restore FILE --data DIR, then serve.");
    return steps;
  }

  private static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }
}
