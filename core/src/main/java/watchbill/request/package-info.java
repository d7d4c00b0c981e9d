/// What the sender of an alert asks for after it was reported: to close it, to hand it to somebody,
/// to add a tag; what became of each request; and the short numbers by which it names its alerts.
///
/// Not here: how such a request looks on the wire (`adapter.ingest`), or what it does to the page
/// (`engine`).
///
/// Easy to get wrong: a request is answered before its sender asks what became of it, and a sender
/// may ask after a restart. So the outcome is kept in the turn that decides it, under the id of the
/// event that asked.
@NullMarked
package watchbill.request;

import org.jspecify.annotations.NullMarked;
