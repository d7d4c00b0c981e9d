/// The page that opens at three in the morning: what is wrong, why you, what if you do nothing, and
/// one big button.
///
/// No sign-in: whoever holds the link may act on this one page, as the person it was made for.
///
/// Easy to get wrong: mail scanners and previews open links. Opening one changes nothing; only the
/// button does. The page must be small: it is read over a bad connection.
@NullMarked
package watchbill.adapter.web.wake;

import org.jspecify.annotations.NullMarked;
