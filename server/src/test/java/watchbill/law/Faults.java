package watchbill.law;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.function.Function;

/// Turns "what is wrong with this class, in words" into a rule.
final class Faults {
  private Faults() {}

  /// A rule over every class: none may have a fault. Names who broke it, why it stands, what to do.
  static ArchRule none(String rule, String why, Function<JavaClass, List<String>> faultsOf) {
    return ArchRuleDefinition.classes()
        .should(
            new ArchCondition<JavaClass>(rule) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                faultsOf.apply(type).stream()
                    .distinct()
                    .forEach(it -> events.add(SimpleConditionEvent.violated(type, it)));
              }
            })
        .because(why);
  }

  /// What a rule says about these classes, one line a fault.
  static List<String> of(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
