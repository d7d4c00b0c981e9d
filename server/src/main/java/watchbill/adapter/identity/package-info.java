/// Who is asking: sessions in cookies, bearer tokens, one-time links, signed passes, and proof that
/// a form was ours.
///
/// Not here: what somebody may do to which object (`watchbill.access` and later roles), nor the
/// pages on which they sign in (`adapter.web.signin`).
///
/// Easy to get wrong: only hashes of tokens reach the store. A cookie is sent by the browser on its
/// own, so a cookie alone never proves that the person meant it; a bearer token does.
@NullMarked
package watchbill.adapter.identity;

import org.jspecify.annotations.NullMarked;
