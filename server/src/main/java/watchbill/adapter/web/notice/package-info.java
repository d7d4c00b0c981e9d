/// The page behind the button of a notice: what it is, and one button that answers.
///
/// No sign-in: whoever holds the link may answer this one notice, as the person it was given to.
///
/// Easy to get wrong: mail scanners and previews open links. Opening one changes nothing; only the
/// button does. A wake test that a scanner answers would say that somebody asleep can be woken.
@NullMarked
package watchbill.adapter.web.notice;

import org.jspecify.annotations.NullMarked;
