/// Contracts of the planted ports; one of them is empty, and one is missing.
@NullMarked
package watchbill.law.sin.testkit.contract;

import org.jspecify.annotations.NullMarked;
