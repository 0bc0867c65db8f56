// SPDX-License-Identifier: Apache-2.0
// A whole life of an action and of an autotask, by the clients that deployment scripts use.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ActionClient } = require('@openzeppelin/defender-sdk-action-client');
const { AutotaskClient } = require('@openzeppelin/defender-autotask-client');

const account = { apiKey: process.env.KEY_ID, apiSecret: process.env.KEY_SECRET, retryConfig: { retries: 0 } };
const code = (text) => ({ 'index.js': `exports.handler = async (event) => { console.log('${text}');
  return { text: '${text}', body: event.request && event.request.body, secret: (event.secrets.apiToken || '').length,
           id: event.actionId || event.autotaskId, hello: process.env.hello }; };` });
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

async function untilOver(get) {
  for (let i = 0; i < 300; ++i) {
    const run = await get();
    if (run.status !== 'pending') return run;
    await sleep(100);
  }
  throw new Error('the run is still pending after 30 s');
}

// Starts a run and waits for its end.
async function runOver(client, id, data) {
  const started = await client.runAction(id, data);
  return untilOver(() => client.getActionRun(started.actionRunId));
}

async function action() {
  const client = new ActionClient(account);
  assert.deepEqual((await client.list()).items, []);
  const encodedZippedCode = await client.getEncodedZippedCodeFromSources(code('first'));
  const made = await client.create({ name: 'my action', encodedZippedCode, paused: false, relayerId: 'relayer-1',
    stackResourceId: 'mystack.task-1', trigger: { type: 'schedule', frequencyMinutes: 1500 },
    environmentVariables: { hello: 'world' } });
  const id = made.actionId;
  assert.equal(made.relayerId, 'relayer-1');
  assert.equal(made.codeDigest, client.getCodeDigest({ encodedZippedCode }));
  assert.deepEqual((await client.list()).items.map((item) => item.actionId), [id]);
  const shown = await client.get(id);
  assert.equal(shown.encodedZippedCode, encodedZippedCode);
  assert.deepEqual(shown.trigger, { type: 'schedule', frequencyMinutes: 1500 });

  await client.createSecrets({ deletes: [], secrets: { apiToken: 'canary-of-a-secret', other: 'other value' } });
  await client.createSecrets({ deletes: ['other', 'never'], secrets: {} });
  assert.deepEqual((await client.listSecrets()).secretNames, ['apiToken']);

  const first = await runOver(client, id, { value: 1 });
  assert.equal(first.status, 'success', JSON.stringify(first));
  assert.deepEqual(JSON.parse(first.result), { text: 'first', body: { value: 1 }, secret: 18, id, hello: 'world' });
  assert.match(first.decodedLogs, /first/);

  await client.updateCodeFromSources(id, { sources: code('second') });
  await client.updateEnvironmentVariables(id, { variables: { hello: 'again' } });
  assert.deepEqual(await client.getEnvironmentVariables(id), { hello: 'again' });
  const second = await runOver(client, id);
  assert.equal(JSON.parse(second.result).text, 'second');
  assert.equal(JSON.parse(second.result).hello, 'again');
  assert.equal(JSON.parse(second.result).body, undefined);

  const updated = await client.update({ actionId: id, name: 'renamed', paused: true, trigger: { type: 'webhook' } });
  assert.equal(updated.name, 'renamed');
  assert.equal(updated.paused, true);
  assert.equal(updated.relayerId, 'relayer-1');
  assert.ok(updated.trigger.token.length >= 43);
  const runs = await client.listActionRuns(id, {});
  assert.deepEqual(runs.items.map((item) => item.status), ['success', 'success']);
  assert.deepEqual((await client.listActionRuns(id, { status: 'error' })).items, []);

  await client.updateCodeFromSources(id, { sources: { 'index.js': 'exports.handler = async () => { throw new Error("no luck"); };' } });
  const failed = await runOver(client, id, {});
  assert.equal(failed.status, 'error');
  assert.match(failed.message, /no luck/);
  assert.equal(failed.errorType, 'PROGRAM');
  assert.deepEqual(await client.delete(id), { message: `${id} deleted` });
  await assert.rejects(client.get(id));
}

async function autotask() {
  const client = new AutotaskClient({ ...account, authConfig: { useCredentialsCaching: true, type: 'admin' } });
  assert.deepEqual((await client.list()).items, []);
  const encodedZippedCode = await client.getEncodedZippedCodeFromSources(code('task'));
  const made = await client.create({ name: 'my task', encodedZippedCode, paused: false,
    trigger: { type: 'schedule', cron: '0 3 * * *' } });
  const id = made.autotaskId;
  assert.deepEqual((await client.get(id)).trigger, { type: 'schedule', cron: '0 3 * * *' });
  const updated = await client.update({ autotaskId: id, name: 'my task', paused: false,
    trigger: { type: 'sentinel' } });
  assert.deepEqual(updated.trigger, { type: 'sentinel' });
  await client.updateCodeFromSources(id, code('newer'));
  await client.createSecrets({ deletes: [], secrets: { apiToken: 'canary-of-a-secret' } });
  assert.deepEqual((await client.listSecrets()).secretNames, ['apiToken']);
  const started = await client.runAutotask(id, { hi: [1, 'ü'] });
  const run = await untilOver(() => client.getAutotaskRun(started.autotaskRunId));
  assert.equal(run.status, 'success', JSON.stringify(run));
  assert.equal(JSON.parse(run.result).id, id);
  assert.deepEqual(JSON.parse(run.result).body, { hi: [1, 'ü'] });
  assert.match(run.decodedLogs, /newer/);
  const runs = await client.listAutotaskRuns(id);
  assert.equal(runs.items[0].autotaskRunId, started.autotaskRunId);
  await client.updateEnvironmentVariables(id, { hello: 'v1' });
  assert.deepEqual(await client.getEnvironmentVariables(id), { hello: 'v1' });
  await client.createSecrets({ deletes: ['apiToken'], secrets: {} });
  assert.deepEqual(await client.delete(id), { message: `${id} deleted` });
  assert.deepEqual((await client.list()).items, []);
}

// The clients try a refused login for seven seconds, so that goes on beside the rest.
const wrong = assert.rejects(new ActionClient({ ...account, apiSecret: 'nonsense' }).list());
await action();
await autotask();
await wrong;
console.log('both clients did a whole life');
