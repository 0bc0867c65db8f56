// SPDX-License-Identifier: Apache-2.0
// Reads a stream of events by the rules browsers read it: the lines `line 0` … in order, cut off half way and resumed
// by Last-Event-ID, until its event `end`. Usage: eventsource.mjs LINES URL URL-TO-RESUME-AT
import assert from 'node:assert/strict';
import http from 'node:http';

const wanted = Number(process.argv[2]);
const [first, rest] = process.argv.slice(3);
const seen = [];
let last;

// Ends at `end`, or after `most` lines.
function read(url, most) {
  return new Promise((done, failed) => {
    const headers = { Accept: 'text/event-stream', ...(last === undefined ? {} : { 'Last-Event-ID': last }) };
    const asked = http.get(url, { headers }, (answer) => {
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.headers['content-type'], 'text/event-stream');
      let text = '';
      let event = {};
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => {
        text += chunk;
        for (let at; (at = text.search(/\r\n|\r|\n/)) >= 0;) {
          const line = text.slice(0, at);
          text = text.slice(at + (text.startsWith('\r\n', at) ? 2 : 1));
          if (line === '') {
            if (event.data !== undefined && event.event === 'end') { asked.destroy(); done(JSON.parse(event.data)); return; }
            if (event.data !== undefined) { seen.push(event.data); last = event.id; }
            event = {};
            if (seen.length >= most) { asked.destroy(); done(undefined); return; }
          } else if (!line.startsWith(':')) {
            const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
            event[name] = name === 'data' && event.data !== undefined ? `${event.data}\n${value}` : value;
          }
        }
      });
      answer.on('end', () => failed(new Error('the stream ended without its end')));
    });
    asked.on('error', (error) => { if (error.code !== 'ECONNRESET') failed(error); });
  });
}

await read(first, wanted / 2);
const end = await read(rest, Infinity);
assert.deepEqual(seen, Array.from({ length: wanted }, (_, i) => `line ${i}`));
assert.equal(end.status, 'done');
console.log(`${seen.length} lines in order, left and resumed once`);
