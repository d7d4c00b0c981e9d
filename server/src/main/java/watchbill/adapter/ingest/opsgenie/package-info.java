/// Alerts as Opsgenie's alert API takes them and gives them: `/v2/alerts` and all below it. A
/// client is moved over by changing its address and its key.
///
/// Not here: heartbeats (`/v2/heartbeats`), and what a request does to an alert or its page
/// (`watchbill.request`, `engine`).
///
/// Easy to get wrong: to clients every change is asynchronous. They are answered 202 with the id of
/// the event, and ask afterwards what became of it; so a request that can't be done is no error
/// here, but an outcome. Most of them end each address with a slash.
@NullMarked
package watchbill.adapter.ingest.opsgenie;

import org.jspecify.annotations.NullMarked;
