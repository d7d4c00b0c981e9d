/// What pages were worth, the noisiest first, with what could be done about it.
///
/// Easy to get wrong: a page that nobody judged counts on neither side; the words say how many
/// there are. A suggestion always says its figures and its rule.
@NullMarked
package watchbill.adapter.web.noise;

import org.jspecify.annotations.NullMarked;
