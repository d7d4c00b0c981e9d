/// E-mail by SMTP (RFC 5321), in letters of plain text with an HTML alternative.
///
/// Not here: mail coming in; nor who is told what, and when.
///
/// Easy to get wrong: the message is the server's from the final dot on. A connection lost before
/// the dot was certainly not taken; one lost after it may have been, so that is no answer and not a
/// failure. This is why the few lines of SMTP are our own: a library that reports "could not send"
/// for both would have us wake people twice, or not at all.
@NullMarked
package watchbill.adapter.channel.email;

import org.jspecify.annotations.NullMarked;
