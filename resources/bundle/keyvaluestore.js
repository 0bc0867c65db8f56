// SPDX-License-Identifier: Apache-2.0
// The key-value store that bundles share, under the name and with the verbs of Defender's client. The files and their
// rules are those of app/bundles/keyvaluestore: the values as a pretty-printed object, when they were written beside it,
// a kernel lock around each change.
'use strict';

const { spawn } = require('child_process');

const LONGEST_KEY = 1024;
const LONGEST_VALUE = 300 * 1024;
const MOST_BYTES = 64 * 1024 * 1024;
const LIFE = 90 * 24 * 3600 * 1000;

function makeKeyValueStore(folder) {
  const fs = require('fs');
  const path = require('path');
  const file = path.join(folder, 'kvstore.json');
  const timesFile = path.join(folder, 'kvstore.times.json');
  const lockFile = path.join(folder, 'kvstore.lock');

  function readObject(name) {
    let text;
    try {
      text = fs.readFileSync(name, 'utf8');
    } catch (error) {
      if (error.code === 'ENOENT') return {};
      throw error;
    }
    const object = JSON.parse(text);
    if (object === null || typeof object !== 'object' || Array.isArray(object)) {
      throw new Error(`${name} is not a JSON object`);
    }
    return object;
  }

  function replaceFile(name, object) {
    const text = JSON.stringify(object, null, 2);
    if (Buffer.byteLength(text) > MOST_BYTES) {
      throw new Error('the key-value store is full: its file may have at most 64 MiB');
    }
    const draft = `${name}.${process.pid}.part`;
    const fd = fs.openSync(draft, 'w', 0o600);
    try {
      fs.writeSync(fd, text);
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
    fs.renameSync(draft, name);
  }

  const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

  function writtenAt(contents, key) {
    const time = has(contents.times, key) ? contents.times[key] : undefined;
    return typeof time === 'number' ? time : fs.statSync(file).mtimeMs;
  }

  const isExpired = (contents, key) => writtenAt(contents, key) + LIFE <= Date.now();

  const read = () => ({ values: readObject(file), times: readObject(timesFile) });

  function dropExpired(contents) {
    for (const key of Object.keys(contents.values)) {
      if (isExpired(contents, key)) {
        delete contents.values[key];
        delete contents.times[key];
      } else {
        contents.times[key] = Math.floor(writtenAt(contents, key));
      }
    }
  }

  // Node has no lock of its own: flock(1) holds it for as long as its program lives.
  function locked(work) {
    return new Promise((resolve, reject) => {
      const holder = spawn('flock', ['-x', '-w', '10', lockFile, 'sh', '-c', 'echo held; exec cat'],
        { stdio: ['pipe', 'pipe', 'ignore'] });
      let begun = false;
      holder.on('error', (error) => reject(new Error(`the key-value store can't be locked: ${error.message}`)));
      holder.on('close', () => {
        if (!begun) reject(new Error('the key-value store is in use by another process'));
      });
      holder.stdin.on('error', () => {});
      holder.stdout.once('data', () => {
        begun = true;
        try {
          const answer = work();
          holder.once('close', () => resolve(answer));
        } catch (error) {
          holder.once('close', () => reject(error));
        }
        holder.stdin.end();
      });
    });
  }

  function change(act) {
    return locked(() => {
      const contents = read();
      dropExpired(contents);
      act(contents);
      replaceFile(timesFile, contents.times);
      replaceFile(file, contents.values);
    });
  }

  function checkKey(key) {
    if (typeof key !== 'string' || key.length === 0 || key.length > LONGEST_KEY) {
      throw new Error(`a key must be a text of 1 to ${LONGEST_KEY} characters`);
    }
  }

  return class KeyValueStoreClient {
    async get(key) {
      checkKey(key);
      const contents = read();
      return has(contents.values, key) && !isExpired(contents, key) ? contents.values[key] : undefined;
    }

    async put(key, value) {
      checkKey(key);
      if (typeof value !== 'string' || value.length > LONGEST_VALUE) {
        throw new Error(`a value must be a text of at most ${LONGEST_VALUE} characters`);
      }
      await change((contents) => {
        contents.values[key] = value;
        contents.times[key] = Date.now();
      });
    }

    async del(key) {
      checkKey(key);
      await change((contents) => {
        delete contents.values[key];
        delete contents.times[key];
      });
    }
  };
}
