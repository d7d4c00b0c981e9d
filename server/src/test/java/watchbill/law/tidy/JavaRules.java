package watchbill.law.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What holds for every Java file: short methods, names that name something, tests that run.
final class JavaRules extends TreeScanner<Void, Void> {
  static final int LONGEST_METHOD = 60;

  private static final Pattern SLEEP =
      Pattern.compile("(.*\\.)?(Thread|TimeUnit|(NANO|MICRO|MILLI)?SECONDS|MINUTES)\\.sleep");
  private static final Set<String> SKIPS = Set.of("Disabled", "Ignore");

  /// Ends like code, and has something in it that prose has not.
  private static final Pattern CODE =
      Pattern.compile(
          "\\}|\\}\\);|.*[=(].*;|(return|import|package|throw) .*;|.*\\) ?\\{|@\\w+\\(.*");

  private final SourceFile file;
  private final JavaSyntax syntax;
  private final List<Fault> faults = new ArrayList<>();

  private JavaRules(SourceFile file) {
    this.file = file;
    this.syntax = JavaSyntax.of(file);
  }

  static List<Fault> faults(SourceFile file) {
    JavaRules rules = new JavaRules(file);
    rules.scan(rules.syntax.unit(), null);
    rules.lookForCommentedOutCode();
    if (file.name().equals("package-info.java")) {
      rules.lookForCharter();
    }
    return rules.faults;
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    for (String word : Words.bannedIn(type.getSimpleName().toString())) {
      add(
          type,
          "the word %s in %s names nothing. What is it, in the words of the GLOSSARY?"
              .formatted(word, type.getSimpleName()));
    }
    return super.visitClass(type, null);
  }

  @Override
  public Void visitPackage(PackageTree tree, Void unused) {
    for (String segment : tree.getPackageName().toString().split("\\.", -1)) {
      if (Words.isBannedPackage(segment)) {
        add(tree, "the package " + segment + " names nothing, so everything will end in it");
      }
    }
    return super.visitPackage(tree, null);
  }

  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    int length = syntax.lastLine(method) - syntax.firstLine(method) + 1;
    if (length > LONGEST_METHOD) {
      add(
          method,
          "%s is %d lines; %d is the most, 10 the aim. Let the parent decide and leaves compute"
              .formatted(method.getName(), length, LONGEST_METHOD));
    }
    return super.visitMethod(method, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
    String called = call.getMethodSelect().toString();
    lookForSleep(call, called);
    boolean assumes = called.substring(called.lastIndexOf('.') + 1).startsWith("assume");
    if (assumes && file.path().startsWith("testkit/src/main/")) {
      add(call, "a contract that is skipped has failed: assert, do not assume");
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
    lookForSleep(reference, reference.getQualifierExpression() + "." + reference.getName());
    return super.visitMemberReference(reference, null);
  }

  @Override
  public Void visitImport(ImportTree tree, Void unused) {
    lookForSleep(tree, tree.getQualifiedIdentifier().toString());
    return super.visitImport(tree, null);
  }

  @Override
  public Void visitAnnotation(AnnotationTree annotation, Void unused) {
    String name = annotation.getAnnotationType().toString();
    if (SKIPS.contains(name.substring(name.lastIndexOf('.') + 1))) {
      add(annotation, "a test that does not run proves nothing. Mend it or delete it");
    }
    return super.visitAnnotation(annotation, null);
  }

  private void lookForSleep(Tree tree, String called) {
    boolean inTests = file.path().contains("/src/test/") || file.path().startsWith("testkit/");
    if (inTests && SLEEP.matcher(called).matches()) {
      add(tree, "tests do not sleep: turn the clock of the World, or wait for the thing itself");
    }
  }

  private void lookForCommentedOutCode() {
    for (Comments.Line comment : Comments.in(file.text())) {
      if (!comment.isDocumentation() && CODE.matcher(comment.text()).matches()) {
        faults.add(
            file.fault(
                comment.number(), "commented-out code. Delete it; the history keeps what was"));
      }
    }
  }

  private void lookForCharter() {
    boolean nullMarked =
        syntax.unit().getPackageAnnotations().stream()
            .anyMatch(it -> it.getAnnotationType().toString().endsWith("NullMarked"));
    if (!nullMarked) {
      faults.add(file.fault(1, "not @NullMarked, so nobody checks this package for null"));
    }
    if (!file.text().startsWith("/// ")) {
      faults.add(
          file.fault(
              1,
              "no charter. Begin with /// lines: what the package is for, what it is not, and what"
                  + " is easy to get wrong in it"));
    }
  }

  private void add(Tree tree, String what) {
    faults.add(file.fault(syntax.firstLine(tree), what));
  }
}
