package watchbill.adapter.web;

import java.util.Optional;
import watchbill.engine.Judging;
import watchbill.noise.Judgement;

/// The two questions about a page that is over, for the one who is asked.
///
/// @param action where it posts to
/// @param formToken empty where a pass stands for it
/// @param actionable what they said already: `yes` or `no`; empty when nothing
/// @param couldWait the same of the second question
public record JudgeForm(String action, String formToken, String actionable, String couldWait) {
  /// What the button sends in the field `do`.
  public static final String DEED = "judge";

  /// What is missing when it comes back half filled in.
  public static final String BOTH = "Answer both questions, yes or no.";

  /// The form for this reader; empty for everybody else.
  public Optional<JudgeForm> with(Optional<Judging.Question> question, String reader) {
    return question
        .filter(q -> q.asked().handle().equals(reader))
        .map(q -> q.said().map(this::saying).orElse(this));
  }

  public static JudgeForm blank(String action, String formToken) {
    return new JudgeForm(action, formToken, "", "");
  }

  /// What was sent; empty when an answer is missing.
  public static Optional<Judgement> read(Form form) {
    Optional<Boolean> actionable = answer(form.value("actionable"));
    Optional<Boolean> couldWait = answer(form.value("could-wait"));
    return actionable.flatMap(a -> couldWait.map(w -> new Judgement(a, w)));
  }

  public boolean isAnswered() {
    return !actionable.isEmpty();
  }

  private JudgeForm saying(Judgement said) {
    return new JudgeForm(action, formToken, word(said.actionable()), word(said.couldWait()));
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static Optional<Boolean> answer(String word) {
    return switch (word) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
