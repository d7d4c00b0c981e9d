package watchbill.adapter.rule.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import watchbill.route.Facts;
import watchbill.route.Question;

/// A compiled expression. Immutable, and may be asked by many at once.
record CelQuestion<T>(String text, CelRuntime.Program program, Class<T> type)
    implements Question<T> {
  private static final int SAID_MAX = 200;

  @Override
  public Answer<T> ask(Facts facts) {
    try {
      return new Answer.Is<>(type.cast(program.eval(Names.values(facts))));
    } catch (CelEvaluationException e) {
      return new Answer.Failed<>(words(e));
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever the library makes of a sender's words: the alert must go on.
      return new Answer.Failed<>(e.getClass().getSimpleName());
    }
  }

  static String words(CelEvaluationException e) {
    String said =
        String.valueOf(e.getMessage()).replaceFirst("^evaluation error[^:]*:[0-9]*:? ", "");
    String line = said.replaceAll("\\s+", " ");
    return line.length() > SAID_MAX ? line.substring(0, SAID_MAX) + "…" : line;
  }
}
