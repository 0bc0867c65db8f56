// SPDX-License-Identifier: Apache-2.0
// Makes cases, and compares the program's answers with croner and cron-parser. See README.md.
import { readFileSync } from 'node:fs';

const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Sydney', 'America/Sao_Paulo',
  'Europe/Dublin', 'Europe/London', 'Europe/Lisbon', 'Africa/Casablanca', 'Africa/Cairo', 'Asia/Tokyo', 'Asia/Kathmandu',
  'Asia/Tehran', 'Asia/Jerusalem', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Auckland',
  'America/Santiago', 'America/St_Johns', 'America/Havana', 'America/Los_Angeles', 'Atlantic/Azores'];
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Numbers that are the same for the same seed (mulberry32). */
function randomSource(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function field(random, min, max, names) {
  const value = () => {
    const number = min + random(max - min + 1);
    return names && random(3) === 0 ? names[number - min] : String(number);
  };
  const range = () => {
    const first = min + random(max - min + 1);
    return `${first}-${first + random(max - first + 1)}`;
  };
  switch (random(7)) {
    case 0: return value();
    case 1: return range();
    case 2: return `*/${1 + random(Math.min(20, max - min))}`;
    case 3: return `${value()},${value()}`;
    case 4: return `${min}-${max}/${1 + random(Math.min(9, max - min))}`;
    default: return '*';
  }
}

function expression(random) {
  const parts = [field(random, 0, 59), field(random, 0, 23), field(random, 1, 31), field(random, 1, 12, months),
    field(random, 0, 6, weekdays)];
  if (random(4) === 0) parts[2] = ['L', '29', '31', '1'][random(4)];
  if (random(6) === 0) parts[4] = `${random(7)}#${1 + random(5)}`;
  if (random(12) === 0) parts[4] = `${random(7)}L`;
  if (random(5) === 0) parts.unshift(field(random, 0, 59));
  if (random(15) === 0) {
    const broken = random(parts.length);
    parts[broken] = ['60-70', '5-1', '99', 'x', '*/0', '1,,2', '-3', '1-', ''][random(9)];
  }
  return parts.join(' ');
}

function generate(count, seed) {
  const random = randomSource(seed);
  for (let i = 0; i < count; ++i) {
    const from = new Date(Date.UTC(2020 + random(20), random(12), 1 + random(28), random(24), random(60), random(60)));
    console.log(JSON.stringify({ expr: expression(random), tz: zones[random(zones.length)],
      from: from.toISOString().replace('.000Z', 'Z'), count: 4 }));
  }
}

/** Milliseconds of the next times, or null where the library refuses the expression. */
function answerOf(ask) {
  try {
    return ask();
  } catch {
    return null;
  }
}

function libraries(Cron, CronExpressionParser) {
  return {
    croner: ({ expr, tz, from, count }) => answerOf(() =>
      new Cron(expr, { timezone: tz }).nextRuns(count, new Date(from)).map((time) => time.getTime())),
    cronParser: ({ expr, tz, from, count }) => answerOf(() => {
      const parsed = CronExpressionParser.parse(expr, { currentDate: new Date(from), tz });
      return Array.from({ length: count }, () => parsed.next().toDate().getTime());
    }),
  };
}

function offsetMinutes(zone, time) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(time);
  const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find((part) => part.type === 'timeZoneName').value);
  return match[1] ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

/** Whether one of the times lies within a day of a clock change, or a change lies between two close ones. */
function besideClockChange(zone, times) {
  const day = 86_400_000;
  return times.some((time) => offsetMinutes(zone, time - day) !== offsetMinutes(zone, time + day));
}

async function compare(casesFile, answersFile) {
  const { Cron } = await import('croner');
  const { CronExpressionParser } = await import('cron-parser');
  const ask = libraries(Cron, CronExpressionParser);
  const lines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  const cases = lines(casesFile);
  const answers = lines(answersFile);
  if (cases.length !== answers.length) throw new Error(`${cases.length} cases, ${answers.length} answers`);
  const tally = { equal: 0, bothRefuse: 0, likeCroner: 0, likeCronParser: 0, besideClockChange: 0, different: 0 };
  cases.forEach((one, i) => {
    const first = ask.croner(one);
    const second = ask.cronParser(one);
    const ours = answers[i].error ? null : answers[i].next.map((time) => new Date(time).getTime());
    const [croner, cronParser, program] = [first, second, ours].map((times) => JSON.stringify(times));
    if (croner === cronParser && croner === program) {
      tally[ours ? 'equal' : 'bothRefuse'] += 1;
    } else if (ours && besideClockChange(one.tz, [...ours, ...(first ?? []), ...(second ?? [])])) {
      tally.besideClockChange += 1;
    } else if (croner !== cronParser && (program === croner || program === cronParser)) {
      tally[program === croner ? 'likeCroner' : 'likeCronParser'] += 1;
    } else {
      tally.different += 1;
      console.log('DIFFERENT', JSON.stringify(one), 'croner', croner, 'cron-parser', cronParser, 'program', JSON.stringify(answers[i]));
    }
  });
  console.log(JSON.stringify({ cases: cases.length, ...tally }));
  process.exitCode = tally.different === 0 && tally.equal > 0 ? 0 : 1;
}

const [command, first, second] = process.argv.slice(2);
if (command === 'generate') generate(Number(first), Number(second));
else await compare(first, second);
