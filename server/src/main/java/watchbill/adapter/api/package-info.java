/// Our own API under `/api/v1`: what the pages show and do, as JSON.
///
/// Errors are problem documents with a stable code and the field at fault. Instants are RFC 3339 in
/// UTC; a page is addressed by its number or its id.
///
/// Easy to get wrong: a browser sends its cookie here too, so a call that changes something is let
/// through only with a bearer token, or when the browser says that our own page made it.
@NullMarked
package watchbill.adapter.api;

import org.jspecify.annotations.NullMarked;
