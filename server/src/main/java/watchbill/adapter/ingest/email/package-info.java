/// Mail in: an address for each integration, over a listener of our own.
///
/// Not here: STARTTLS and who may send. It listens for a relay on this machine or network; what
/// faces the world is the relay.
///
/// Easy to get wrong: 250 is said after the commit and never before. An answer of a machine to a
/// mail of ours must not become an alert, or two machines write to each other all night. And a mail
/// is built by strangers: how deep it is, of how many parts, and how long its head is are looked at
/// before anything is made of it.
@NullMarked
package watchbill.adapter.ingest.email;

import org.jspecify.annotations.NullMarked;
