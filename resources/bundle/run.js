// SPDX-License-Identifier: Apache-2.0
// Runs the handler of a bundle once. What to run, with secrets among it, comes on standard input; what came of it goes
// into a file of its own, so that output and result are never mixed up. Stands behind keyvaluestore.js in one file.

(function run() {
  const fs = require('fs');
  const path = require('path');
  const util = require('util');
  const Module = require('module');
  const { pathToFileURL } = require('url');

  const job = JSON.parse(fs.readFileSync(0, 'utf8'));
  fs.ftruncateSync(0, 0); // programs that the handler starts inherit it

  const exit = process.exit.bind(process);
  let settled = false;

  function settle(outcome) {
    if (settled) return;
    settled = true;
    fs.writeFileSync(`${job.outcome}.part`, JSON.stringify(outcome), { mode: 0o600 });
    fs.renameSync(`${job.outcome}.part`, job.outcome);
  }

  function shortPaths(text) {
    return String(text).split(`${job.folder}/`).join('');
  }

  function messageOf(error) {
    if (error instanceof Error || (error && typeof error.message === 'string')) {
      return error.message || error.name || 'an error without a message';
    }
    return typeof error === 'string' ? error : util.inspect(error);
  }

  function missingModule(error) {
    const found = error && error.code === 'MODULE_NOT_FOUND' && /Cannot find module '([^']+)'/.exec(error.message);
    if (!found) return null;
    const name = found[1];
    if (name.startsWith('.') || path.isAbsolute(name)) {
      return `the file ${shortPaths(name)} is required, but it is not in the bundle`;
    }
    return `the module ${name} is not installed: put it into the bundle's node_modules, ` +
      `or install it with npm install --prefix ${job.modules} ${name}`;
  }

  function fail(error) {
    if (settled) return;
    const missing = missingModule(error);
    process.stderr.write(`${shortPaths((error && error.stack) || util.inspect(error))}\n`);
    if (missing) process.stderr.write(`${missing}\n`);
    settle({ error: shortPaths(missing || messageOf(error)).slice(0, job.longestMessage) });
    exit(1);
  }

  function failPlainly(message) {
    process.stderr.write(`${message}\n`);
    settle({ error: message });
    exit(1);
  }

  function succeed(value) {
    let text;
    try {
      text = JSON.stringify(value);
    } catch (error) {
      failPlainly(`the result can't be written as JSON: ${messageOf(error).split('\n')[0]}`);
      return;
    }
    const bytes = text === undefined ? 0 : Buffer.byteLength(text);
    if (bytes > job.mostResult) {
      failPlainly(`the result has ${bytes} bytes as JSON, at most ${job.mostResult} are kept`);
      return;
    }
    settle(text === undefined ? {} : { result: text });
    exit(0);
  }

  process.on('uncaughtException', fail);
  process.on('beforeExit', () => {
    if (!settled) failPlainly('the handler never finished: nothing is left that could settle its promise');
  });
  process.on('exit', (code) => {
    if (!settled) {
      settle({ error: `the handler ended the process with exit code ${code} before it returned` });
      process.exitCode = 1;
    }
  });

  const KeyValueStoreClient = makeKeyValueStore(job.keyValueStore);
  const ours = new Map([
    ['defender-kvstore-client', { KeyValueStoreClient }],
    ['@openzeppelin/defender-kvstore-client', { KeyValueStoreClient }],
  ]);
  const load = Module._load;
  Module._load = function (request, ...rest) {
    return ours.has(request) ? ours.get(request) : load.call(this, request, ...rest);
  };

  const told = (what, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) throw new Error(`${what} needs ${name}`);
    }
    console.log(`${what}: ${Object.values(fields).map(String).join(': ')}`);
  };
  const context = {
    notificationClient: {
      async send({ channelAlias, subject, message } = {}) {
        told('notification', { channelAlias, subject, message });
      },
      async sendMetric({ channelAlias, name, value } = {}) {
        told('metric', { channelAlias, name, value });
      },
    },
  };

  async function main() {
    const entry = path.join(job.folder, 'index.js');
    process.argv = [process.argv[0], entry];
    let bundle;
    try {
      bundle = require(entry);
    } catch (error) {
      if (error.code !== 'ERR_REQUIRE_ESM') throw error;
      bundle = await import(pathToFileURL(entry).href);
    }
    if (!bundle || typeof bundle.handler !== 'function') {
      failPlainly('index.js exports no function named handler');
      return;
    }
    succeed(await bundle.handler(job.event, context));
  }

  main().catch(fail);
})();
