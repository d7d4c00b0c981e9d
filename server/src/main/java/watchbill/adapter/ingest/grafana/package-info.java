/// Grafana's alerting webhook, of unified alerting and of the alerts that came before it.
///
/// Not here: Grafana that sends to us as to an Alertmanager (`adapter.ingest.alertmanager`).
///
/// Easy to get wrong: a query that gives no data, or fails, says nothing about what it watches.
/// Grafana calls an alert resolved whose series are gone; that is no end.
@NullMarked
package watchbill.adapter.ingest.grafana;

import org.jspecify.annotations.NullMarked;
