/// The law of the house, kept by the build: who may use whom, and what core must never do.
///
/// It knows nothing of pages or people. How the text of a file must look is the law's other half,
/// `watchbill.law.tidy`.
///
/// Easy to get wrong: a rule about a package that does not exist passes in silence. So each rule is
/// run on sins planted in `watchbill.law.sin` too, and must catch every one of them.
@NullMarked
package watchbill.law;

import org.jspecify.annotations.NullMarked;
