/// Mail in, against mails of real programs and a client on loopback.
///
/// `email/swaks-*` and `email/python-*` were written by swaks 20201014 and by Python's own library;
/// the others by hand, as such mails are.
///
/// Easy to get wrong: a counterpart that waits must be told how long, and nothing here looks at the
/// real clock but to give up.
@NullMarked
package watchbill.adapter.ingest.email;

import org.jspecify.annotations.NullMarked;
