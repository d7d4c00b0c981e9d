/// How every file must look: STYLE.md as far as a machine can read it.
///
/// Who may use whom is the law's other half, `watchbill.law`. What only a reader can judge (is the
/// name right, is the reason there) stays with readers.
///
/// Easy to get wrong: this package is walked by its own rules, so a forbidden word may stand in it
/// only inside a string.
@NullMarked
package watchbill.law.tidy;

import org.jspecify.annotations.NullMarked;
