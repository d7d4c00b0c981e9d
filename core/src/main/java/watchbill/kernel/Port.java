package watchbill.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an interface through which core reaches the world: a store, a channel, a source of ids.
///
/// The build asks for a contract of each (`watchbill.testkit.contract.<Name>Contract`), and for a
/// test of each implementation that runs it: a port without a contract is a promise nobody checks.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Port {}
