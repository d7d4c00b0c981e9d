package watchbill.adapter.rule.cel;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compiles expressions that take something out of a sender's message: `message` is the whole of
/// it, `item` the item.
///
/// Types are known only when a message is there, so what does not fit shows then and gives nothing.
public final class CelMappings {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(CelRules.TEXT_MAX)
          .maxParseExpressionNodeCount(500)
          .maxParseRecursionDepth(50)
          .maxRegexProgramSize(1_000)
          .enableComprehension(false)
          .build();

  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.HAS)
          .addVar("message", SimpleType.DYN)
          .addVar("item", SimpleType.DYN)
          .build();

  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  /// What became of an expression.
  public sealed interface Compiled {
    record Right(Taking taking) implements Compiled {}

    /// What is wrong, each with its column.
    record Wrong(List<String> mistakes) implements Compiled {}
  }

  /// Takes something out of a message.
  @FunctionalInterface
  public interface Taking {
    /// Nothing when it is not there, or not of the kind the expression expects.
    ///
    /// @param message maps, lists, texts, whole and other numbers, and truth values
    Optional<Object> take(Object message, Object item);
  }

  public Compiled compile(String text) {
    if (text.length() > CelRules.TEXT_MAX) {
      String longer = "it is longer than " + CelRules.TEXT_MAX + " characters";
      return new Compiled.Wrong(List.of(longer));
    }
    try {
      CelRuntime.Program program = runtime.createProgram(compiler.compile(text).getAst());
      return new Compiled.Right((message, item) -> take(program, message, item));
    } catch (CelValidationException e) {
      return new Compiled.Wrong(e.getErrors().stream().map(CelRules::inWords).toList());
    } catch (CelEvaluationException e) {
      return new Compiled.Wrong(List.of(CelQuestion.words(e)));
    }
  }

  private static Optional<Object> take(CelRuntime.Program program, Object message, Object item) {
    try {
      return Optional.ofNullable(program.eval(Map.of("message", message, "item", item)));
    } catch (CelEvaluationException e) {
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever the library makes of a sender's words: the alert must go on.
      return Optional.empty();
    }
  }
}
