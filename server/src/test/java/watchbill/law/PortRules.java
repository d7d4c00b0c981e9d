package watchbill.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.kernel.Port;

/// Every port has a contract, and every implementation of a port is held to it by a test.
record PortRules(String root) {

  /// What is missing. `main` holds the ports, the contracts and the implementations.
  List<String> faults(JavaClasses main, JavaClasses tests) {
    List<String> faults = new ArrayList<>();
    for (JavaClass port : main) {
      if (port.isAnnotatedWith(Port.class)) {
        faults.addAll(faultsOf(port, main, tests));
      }
    }
    return faults;
  }

  private List<String> faultsOf(JavaClass port, JavaClasses main, JavaClasses tests) {
    if (!port.isInterface()) {
      return List.of(
          port.getName() + " is marked @Port but is no interface: mark what it promises");
    }
    String name = root + ".testkit.contract." + port.getSimpleName() + "Contract";
    Optional<JavaClass> contract =
        main.contain(name) ? Optional.of(main.get(name)) : Optional.empty();
    if (contract.isEmpty()) {
      return List.of(
          "%s is a port without a contract: nobody checks what it promises. Write %s"
              .formatted(port.getName(), name));
    }
    List<String> faults = new ArrayList<>();
    if (!isInterfaceOfTests(contract.get())) {
      faults.add(name + " must be an interface with at least one default method marked @Test");
    }
    for (JavaClass implementation : main) {
      boolean implemented =
          implementation.isAssignableTo(port.getName())
              && !implementation.isInterface()
              && !breaksThings(implementation)
              && !implementation.getModifiers().contains(JavaModifier.ABSTRACT);
      if (implemented && !isHeld(implementation, contract.get(), tests)) {
        faults.add(
            "%s keeps %s by no test: write a test class that implements %s and makes a %s"
                .formatted(
                    implementation.getName(),
                    port.getSimpleName(),
                    contract.get().getSimpleName(),
                    implementation.getSimpleName()));
      }
    }
    return faults;
  }

  /// The simulation stands before what it is given, to break it, and keeps no promise itself.
  private boolean breaksThings(JavaClass implementation) {
    return implementation.getPackageName().startsWith(root + ".testkit.simulation");
  }

  private static boolean isInterfaceOfTests(JavaClass contract) {
    return contract.isInterface()
        && contract.getMethods().stream().anyMatch(it -> it.isAnnotatedWith(Test.class));
  }

  /// A test class that keeps the contract and names the implementation is taken to be about it.
  private static boolean isHeld(JavaClass implementation, JavaClass contract, JavaClasses tests) {
    return tests.stream()
        .filter(it -> it.isAssignableTo(contract.getName()))
        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .anyMatch(it -> it.getName().equals(implementation.getName()));
  }
}
