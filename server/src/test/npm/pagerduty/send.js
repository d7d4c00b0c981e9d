// Sends an alert through its life and a change, with PagerDuty's own client.
// Usage: node send.js HOST:PORT ROUTING_KEY. Prints the status and message of each answer.
const { event, acknowledge, resolve, change } = require('@pagerduty/pdjs');

const [server, routing_key] = process.argv.slice(2);
const dedup_key = 'db-01/disk';

async function say(name, sent) {
  const answer = await sent;
  console.log(name, answer.response.status, JSON.stringify(answer.data));
}

async function main() {
  const trigger = {
    routing_key,
    event_action: 'trigger',
    dedup_key,
    client: 'Sample Monitoring Service',
    client_url: 'https://monitoring.example.test',
    payload: {
      summary: 'Disk 95% full on db-01',
      source: 'db-01.example.test',
      severity: 'critical',
      custom_details: { free: '5%' },
    },
    links: [{ href: 'https://example.test/runbook', text: 'Runbook' }],
    images: [{ src: 'https://img.example.test/g.png', alt: 'graph' }],
  };
  const payload = { summary: 'Deploy v41 of checkout', source: 'acme-build-pipeline' };
  await say('change', change({ server, data: { routing_key, payload } }));
  await say('trigger', event({ server, data: trigger }));
  await say('acknowledge', acknowledge({ server, data: { routing_key, dedup_key } }));
  await say('resolve', resolve({ server, data: { routing_key, dedup_key } }));
  await say('wrong', event({ server, data: { routing_key, event_action: 'explode' } }));
}

main().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
