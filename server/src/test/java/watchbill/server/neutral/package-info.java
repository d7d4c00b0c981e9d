/// The neutral vocabulary: the sample cases, one small case for each thing it can say, what is
/// refused, and random cases against an oracle that counts minutes.
///
/// Easy to get wrong: the oracle must not use the code it checks. It knows a zone by its offsets
/// minute by minute, and nothing of `rota`.
@NullMarked
package watchbill.server.neutral;

import org.jspecify.annotations.NullMarked;
