/// One person told once by one contact method, and what became of it. A notification is about a
/// page, or about a notice: something that is not a page.
///
/// Not here: providers and their protocols; they stand behind the port `Channel`.
///
/// Easy to get wrong: *claimed* and *handed* are two states. Before `handed` is committed nothing
/// has left the house, so a crash repeats it safely; after it the provider may have it, so a
/// missing answer is *unknown*, and the repeat says so. *Delivered* never stops an escalation. A
/// notice is told once for its key, whoever decides it again, and however often.
@NullMarked
package watchbill.notification;

import org.jspecify.annotations.NullMarked;
