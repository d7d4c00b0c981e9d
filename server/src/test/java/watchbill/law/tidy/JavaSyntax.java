package watchbill.law.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A Java file as the compiler reads it: parsed, not compiled.
record JavaSyntax(CompilationUnitTree unit, SourcePositions positions) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  static JavaSyntax of(SourceFile file) {
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(
                null, null, _ -> {}, List.of("-proc:none"), null, List.of(asInput(file)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new JavaSyntax(unit, Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException("can't parse " + file.path(), e);
    }
  }

  int firstLine(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  int lastLine(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
  }

  private static JavaFileObject asInput(SourceFile file) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
      }
    };
  }
}
