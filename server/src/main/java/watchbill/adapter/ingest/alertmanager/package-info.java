/// The part of Alertmanager's API v2 that Prometheus uses: `POST /api/v2/alerts` and `GET
/// /api/v2/status`.
///
/// Not here: silences, receivers, the list of alerts.
///
/// Easy to get wrong: Prometheus says of a firing alert when it will end unless said again. An
/// `endsAt` in the future is a lease; one in the past is an end, and it is sent again and again.
/// One bad alert does not spoil the others of its batch.
@NullMarked
package watchbill.adapter.ingest.alertmanager;

import org.jspecify.annotations.NullMarked;
