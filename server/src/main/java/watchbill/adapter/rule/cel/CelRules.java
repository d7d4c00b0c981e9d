package watchbill.adapter.rule.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.InternalOperator;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Set;
import watchbill.route.Question;

/// Compiles expressions. One is made when the first rule is read: it takes a second to make.
public final class CelRules {
  /// The longest expression, in characters.
  public static final int TEXT_MAX = 2_000;

  private static final int NODES_MAX = 500;
  private static final int DEPTH_MAX = 50;
  private static final int REGEX_MAX = 1_000;

  /// All that an expression can do. Nothing here repeats, so it ends; nothing knows the clock.
  private static final Set<StandardFunction> FUNCTIONS =
      Set.of(
          StandardFunction.CONDITIONAL,
          StandardFunction.LOGICAL_AND,
          StandardFunction.LOGICAL_OR,
          StandardFunction.LOGICAL_NOT,
          StandardFunction.EQUALS,
          StandardFunction.NOT_EQUALS,
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS,
          StandardFunction.ADD,
          StandardFunction.SUBTRACT,
          StandardFunction.INDEX,
          StandardFunction.IN,
          StandardFunction.SIZE,
          StandardFunction.INT,
          StandardFunction.STRING,
          StandardFunction.CONTAINS,
          StandardFunction.STARTS_WITH,
          StandardFunction.ENDS_WITH,
          StandardFunction.MATCHES);

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(TEXT_MAX)
          .maxParseExpressionNodeCount(NODES_MAX)
          .maxParseRecursionDepth(DEPTH_MAX)
          .maxRegexProgramSize(REGEX_MAX)
          .enableComprehension(false)
          .build();

  private final CelCompiler conditions = compiler(SimpleType.BOOL);
  private final CelCompiler texts = compiler(SimpleType.STRING);
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  /// What became of an expression.
  public sealed interface Compiled<T> {
    record Right<T>(Question<T> question) implements Compiled<T> {}

    /// What is wrong, each with its column.
    record Wrong<T>(List<String> mistakes) implements Compiled<T> {}
  }

  /// An expression that is true or false.
  public Compiled<Boolean> condition(String text) {
    return compile(conditions, text, Boolean.class);
  }

  /// An expression that gives a text.
  public Compiled<String> text(String text) {
    return compile(texts, text, String.class);
  }

  private <T> Compiled<T> compile(CelCompiler compiler, String text, Class<T> type) {
    if (text.length() > TEXT_MAX) {
      return new Compiled.Wrong<>(List.of("it is longer than " + TEXT_MAX + " characters"));
    }
    try {
      CelRuntime.Program program = runtime.createProgram(compiler.compile(text).getAst());
      return new Compiled.Right<>(new CelQuestion<>(text, program, type));
    } catch (CelValidationException e) {
      return new Compiled.Wrong<>(e.getErrors().stream().map(CelRules::inWords).toList());
    } catch (CelEvaluationException e) {
      return new Compiled.Wrong<>(List.of(CelQuestion.words(e)));
    }
  }

  static String inWords(CelIssue issue) {
    String said = issue.getMessage().replace(" (in container '')", "");
    int candidates = said.indexOf(" (candidates");
    String words = candidates < 0 ? said : said.substring(0, candidates);
    return "column " + (issue.getSourceLocation().getColumn() + 1) + ": " + words;
  }

  private static CelCompiler compiler(CelType result) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .filterFunctions((function, overload) ->
                        FUNCTIONS.contains(function) && overload != InternalOperator.IN_MAP)
                    .build())
            .setStandardMacros(List.of())
            .setResultType(result);
    Names.types().forEach(builder::addVar);
    return builder.build();
  }
}
