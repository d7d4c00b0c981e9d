/// Writes feeds as iCalendar files (RFC 5545), and answers the secret addresses they are asked at.
///
/// Not here: which entries a feed has, which its caller says; and who may make one.
///
/// Easy to get wrong: a line is folded by octets and not by characters, and never inside of one. An
/// entry that is called off is written as cancelled: many programs keep what merely vanishes. An
/// unknown address and a revoked one are answered alike.
@NullMarked
package watchbill.adapter.calendar.feed;

import org.jspecify.annotations.NullMarked;
