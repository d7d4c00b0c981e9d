package watchbill.law;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/// Picks classes by their names.
final class Named {
  private Named() {}

  static DescribedPredicate<JavaClass> simply(String... names) {
    return DescribedPredicate.describe(
        "named " + List.of(names), it -> List.of(names).contains(it.getSimpleName()));
  }

  static DescribedPredicate<JavaClass> below(String root, String... packages) {
    return DescribedPredicate.describe(
        "below " + List.of(packages),
        type ->
            List.of(packages).stream()
                .anyMatch(it -> (type.getPackageName() + ".").startsWith(root + "." + it + ".")));
  }
}
