/// Icinga and Nagios, by the script that comes along: it posts what a notification says as a form.
///
/// Not here: Icinga's own API, or an acknowledgement sent back to it.
///
/// Easy to get wrong: only PROBLEM and RECOVERY speak of the state. Flapping is a trouble of its
/// own; a downtime that begins or ends says neither that something broke nor that it works.
@NullMarked
package watchbill.adapter.ingest.icinga;

import org.jspecify.annotations.NullMarked;
