package watchbill.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.alert.PageId;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// Each page is a word: `Y` actionable, `W` actionable and could have waited, `N` not actionable,
/// `n` not actionable and could have waited, `-` not judged; with `!` it was over by itself at
/// once.
class SuggestionsTest {
  private static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60 | -            | UNKNOWN | 1 page (it takes 3 to say more)",
        "60 | N N          | UNKNOWN | 2 pages (it takes 3 to say more)",
        "60 | - - - Y      | UNKNOWN | 1 of 4 judged (it takes 3 to say more)",
        "60 | N N N N      | KEEP    | 0 of 4 judged were actionable",
        "60 | N N n N N -  | DELETE  | never actionable in 5 judged (rule: none of at least 5)",
        "60 | N N N N N Y  | KEEP    | 1 of 6 judged were actionable",
        "60 | W W Y        | HOLD    | 2 of 3 judged could have waited (rule: more than half of at"
            + " least 3)",
        "60 | W W Y Y      | KEEP    | 4 of 4 judged were actionable",
        "60 | -! -! - -    | SILENCE | 2 of 4 were over by themselves within 5 min (rule: at least"
            + " half)",
        "60 | -! - -       | UNKNOWN | 0 of 3 judged (it takes 3 to say more)",
        "10 | Y Y Y Y      | GROUP   | 3 of 4 came within 10 min of another of the same service"
            + " (rule: at least half)",
        "11 | Y Y Y Y      | KEEP    | 4 of 4 judged were actionable",
      })
  void theFirstRuleThatHoldsIsTheSuggestion(
      long minutesApart, String pages, Suggestion.What what, String because) {
    assertThat(Suggestions.of(pages(minutesApart, pages.strip())))
        .isEqualTo(new Suggestion(what, because));
  }

  private static List<Disturbance> pages(long minutesApart, String words) {
    List<Disturbance> pages = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      pages.add(page(word, NIGHT.plus(Duration.ofMinutes(minutesApart * pages.size()))));
    }
    return pages;
  }

  private static Disturbance page(String word, Instant openedAt) {
    char said = word.charAt(0);
    Optional<Judgement> judgement =
        said == '-'
            ? Optional.empty()
            : Optional.of(new Judgement("YW".indexOf(said) >= 0, "Wn".indexOf(said) >= 0));
    return new Disturbance(
        new PageId(openedAt.toString()),
        new ServiceId("checkout"),
        new Origin(new IntegrationId("prometheus"), "", List.of()),
        openedAt,
        true,
        true,
        word.endsWith("!") ? Optional.of(Duration.ofMinutes(1)) : Optional.empty(),
        judgement,
        Set.of());
  }
}
