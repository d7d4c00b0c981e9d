package watchbill.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an interface the core needs from the outside world.
///
/// Each port `X` has a contract of tests `XContract` in the testkit, and each implementation runs
/// it; the build fails otherwise.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Port {}
