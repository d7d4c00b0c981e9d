/// Zabbix, by the script that comes along: paste it into a media type of kind webhook.
///
/// Not here: Zabbix that sends to us as to PagerDuty or Opsgenie.
///
/// Easy to get wrong: of an end, too, Zabbix tells the id of the problem's event. A macro it can't
/// resolve comes as it was written, as `{EVENT.OPDATA}` or `*UNKNOWN*`: that is no value.
@NullMarked
package watchbill.adapter.ingest.zabbix;

import org.jspecify.annotations.NullMarked;
