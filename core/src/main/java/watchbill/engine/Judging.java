package watchbill.engine;

import java.time.Instant;
import java.util.Optional;
import watchbill.audit.AuditEntry;
import watchbill.catalog.PersonId;
import watchbill.escalation.Page;
import watchbill.kernel.Refusal;
import watchbill.noise.Judged;
import watchbill.noise.Judgement;
import watchbill.noise.Questions;

/// What people say of pages that are over: one person is asked, and their first answer counts.
public final class Judging {
  private static final int OF_A_PAGE_MAX = 2_000;

  private final Turn turn;

  Judging(Turn turn) {
    this.turn = turn;
  }

  /// Who may say what a page was worth, now; nobody once their answer is final.
  ///
  /// @param said what they said already
  public record Question(PersonId asked, Optional<Judgement> said) {}

  /// What is asked about a page at this moment; nothing while it is open.
  public static Optional<Question> about(
      Page page, Configuration configuration, Stores stores, Instant now) {
    Optional<Judged> judged = stores.judgements().of(page.id());
    if (judged.isPresent()) {
      return judged
          .filter(j -> !j.isFinal(now))
          .map(j -> new Question(j.by(), Optional.of(j.judgement())));
    }
    return asked(page, configuration, stores).map(p -> new Question(p, Optional.empty()));
  }

  Reply judge(Command.JudgePage judge) {
    Optional<Page> page = turn.stores().pages().find(judge.page());
    if (page.isEmpty()) {
      return no("page.unknown", judge.page().value(), "the id of a page that exists");
    }
    String number = "page " + page.get().number();
    if (!page.get().escalation().isResolved()) {
      return no("page.open", number, "a page that is over");
    }
    Optional<Judged> before = turn.stores().judgements().of(judge.page());
    Optional<PersonId> asked =
        before.map(Judged::by).or(() -> asked(page.get(), turn.configuration(), turn.stores()));
    if (asked.filter(p -> p.handle().equals(judge.by())).isEmpty()) {
      String who =
          asked
              .map(p -> "the answer of " + p)
              .orElse("none: nobody configured had it or was told of it");
      return no("judgement.of-another", judge.by(), who);
    }
    if (before.filter(b -> b.isFinal(turn.now())).isPresent()) {
      String last = before.get().firstAt().plus(Judged.CHANGEABLE_FOR).toString();
      return no("judgement.final", number, "a change before " + last);
    }
    return keep(judge, page.get(), before);
  }

  private Reply keep(Command.JudgePage judge, Page page, Optional<Judged> before) {
    var first =
        new Judged(page.id(), new PersonId(judge.by()), judge.judgement(), turn.now(), turn.now());
    String said = turn.nameOf(judge.by()) + " judged it " + judge.judgement().inWords();
    // The same again, a button pressed twice, is no news.
    if (before.filter(b -> b.judgement().equals(judge.judgement())).isEmpty()) {
      turn.stores()
          .judgements()
          .put(before.map(b -> b.changed(judge.judgement(), turn.now())).orElse(first));
      String was = before.map(b -> ", was " + b.judgement().inWords()).orElse("");
      turn.tell(judge.by(), "page.judged", page, said, "by " + judge.via() + was);
    }
    return new Reply.Paged(page.id(), page.number(), judge.judgement().inWords());
  }

  private static Optional<PersonId> asked(Page page, Configuration configuration, Stores stores) {
    if (!page.escalation().isResolved()) {
      return Optional.empty();
    }
    return Questions.asked(
        page,
        stores.audit().about(page.id().value(), OF_A_PAGE_MAX).stream()
            .map(AuditEntry::deed)
            .toList(),
        stores.notifications().of(page.id(), OF_A_PAGE_MAX),
        person -> configuration.catalog().person(person).isPresent());
  }

  private static Reply no(String code, String seen, String allowed) {
    return new Reply.Refused(new Refusal(code, "page", seen, allowed));
  }
}
