/// How somebody gets in, with a link that works once, and out again.
///
/// Easy to get wrong: opening the link must not use it up. Mail scanners open links; only the
/// button signs in.
@NullMarked
package watchbill.adapter.web.signin;

import org.jspecify.annotations.NullMarked;
