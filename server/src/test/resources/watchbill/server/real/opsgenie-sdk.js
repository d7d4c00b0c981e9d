// Drives npm's opsgenie-sdk through the whole life of an alert. Prints one line of JSON a step.
const opsgenie = require('opsgenie-sdk');

const [host, key] = process.argv.slice(2);
opsgenie.configure({ host, api_key: key });
const alerts = opsgenie.alertV2;
// The library puts an identifier into the address as it is.
const escaped = { identifier: encodeURIComponent('db-01/disk'), identifierType: 'alias' };

function step(name, call) {
  return new Promise(done => {
    call((error, answer) => {
      console.log(JSON.stringify({ step: name, error, answer }));
      done(answer);
    });
  });
}

async function change(name, call) {
  const answer = await step(name, call);
  if (answer && answer.requestId) {
    await step(name + '?', cb => alerts.getRequestStatus(answer.requestId, cb));
  }
}

async function main() {
  await change('create', cb => alerts.create({
    message: 'Disk is full', alias: 'db-01/disk', description: 'No space left on device',
    responders: [{ name: 'payments', type: 'team' }], tags: ['disk', 'db'],
    details: { mount: '/var' }, entity: 'db-01', source: 'node', priority: 'P1',
    user: 'ana@example.org', note: 'Said by the SDK'
  }, cb));
  await change('again', cb => alerts.create({ message: 'Disk is full', alias: 'db-01/disk' }, cb));
  await step('get', cb => alerts.get(escaped, cb));
  await change('note', cb => alerts.addNote(escaped, { note: 'looking' }, cb));
  await change('tags', cb => alerts.addTags(escaped, { tags: ['seen'] }, cb));
  await change('untag', cb => alerts.removeTags(escaped, { tags: 'disk' }, cb));
  await change('details', cb => alerts.addDetails(escaped, { details: { k: 'v' } }, cb));
  await change('undetail', cb => alerts.removeDetails(escaped, { keys: 'mount' }, cb));
  await change('acknowledge', cb => alerts.acknowledge(escaped, { user: 'ana' }, cb));
  await change('acknowledge2', cb => alerts.acknowledge(escaped, { user: 'ana' }, cb));
  await change('unacknowledge', cb => alerts.unacknowledge(escaped, { user: 'ana' }, cb));
  const later = new Date(Date.now() + 3600000).toISOString();
  await change('snooze', cb => alerts.snooze(escaped, { endTime: later }, cb));
  const owner = { username: 'ben@example.org' };
  await change('assign', cb => alerts.assign(escaped, { owner }, cb));
  await change('team', cb => alerts.addTeam(escaped, { team: { name: 'payments' } }, cb));
  const escalation = { name: 'any' };
  await change('escalate', cb => alerts.escalateToNext(escaped, { escalation }, cb));
  // Without the spaces this library loses its own key.
  await step('list', cb => alerts.list({ query: 'status: open AND tag: seen', limit: 5 }, cb));
  await step('notes', cb => alerts.listAlertNotes(escaped, { limit: 10 }, cb));
  await change('close', cb => alerts.close(escaped, { note: 'done' }, cb));
  await change('close2', cb => alerts.close(escaped, {}, cb));
  await step('gone', cb => alerts.get(escaped, cb));
  await step('wrong', cb => alerts.create({ alias: 'no message' }, cb));
}

main();
