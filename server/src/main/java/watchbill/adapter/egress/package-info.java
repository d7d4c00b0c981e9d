/// The one way out of the product: outgoing connections, and HTTP over them.
///
/// It checks the scheme, looks a host up once, and connects to an address it has checked; an answer
/// is a value that says exactly how far the exchange came. It keeps nothing, repeats nothing, and
/// follows no redirect: whoever wants to go elsewhere asks again and is checked again.
///
/// Not here: what an answer means for a message, which each channel knows.
///
/// Easy to get wrong: *nothing was sent* and *no answer came* are two things. Only the first may be
/// repeated without telling anybody. So connections are our own: a client that repeats, pools or
/// looks names up by itself cannot say which of the two it was, nor where it went.
@NullMarked
package watchbill.adapter.egress;

import org.jspecify.annotations.NullMarked;
