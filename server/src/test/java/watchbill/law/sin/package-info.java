/// Sins against the law, planted so that each rule is seen to catch what it forbids.
///
/// The packages below mirror those of the product, under this root instead of `watchbill`. Nothing
/// here is an example to follow.
///
/// Easy to get wrong: a new rule without a sin here may never have worked.
@NullMarked
package watchbill.law.sin;

import org.jspecify.annotations.NullMarked;
