import { day } from '../domain/shared/day.js';
import { atLeast, atMost, reported, type Bench, type Measurement } from './measurement.js';
import { demoRecords, type DemoRecords } from './merge/demo-records.js';
import { bandsOf, measureAccuracy } from './merge/measure-accuracy.js';
import { openMergeDatabase } from './merge/merge-database.js';

const SEEDS = [11, 12, 13];
const CALIBRATION_SEEDS = [21, 22, 23, 24, 25, 26, 27, 28, 29, 30];
const PLACES = 3_000;
const FEWEST_IN_BAND = 200;
const LARGEST_GAP = 0.04;

/** How well and how fast the registers' units are merged into places, on generated countries. */
export const mergeBench: Bench = {
  name: 'merge',
  summary: 'precision, recall, queue, calibration and speed of the merge',
  options: {
    only: { type: 'string' },
    places: { type: 'string', default: '50000' },
    server: { type: 'string' },
  },
  async *measure({ only, places, server }, say): AsyncIterable<Measurement> {
    if (only !== 'speed') {
      yield* accuracy(say);
      yield* calibration(say);
    }
    if (only !== 'accuracy') {
      yield* speed(
        Number(places),
        typeof server === 'string' ? { name: 'server', url: server } : { name: 'embedded' },
        say,
      );
    }
  },
};

type Say = (text: string) => void;

function* accuracy(say: Say): Iterable<Measurement> {
  for (const [noise, precision, recall] of [
    [1, 0.995, 0.97],
    [1.5, 0.99, 0.95],
  ] as const) {
    for (const seed of SEEDS) {
      say(`accuracy: noise ${noise}, seed ${seed} ...`);
      const found = measureAccuracy(country(PLACES, seed, noise));
      const at = `noise ${noise}, seed ${seed}`;
      yield atLeast(`precision, ${at}`, found.precision, precision);
      yield atLeast(`recall, ${at}`, found.recall, recall);
      yield atMost(`records in the queue, ${at}`, found.waiting, 0.03);
      yield reported(`pairs in the queue per record, ${at}`, found.questions, 'share');
      yield atLeast(`missed pairs that are asked about, ${at}`, found.missedInQueue, 0.8);
    }
  }
}

function* calibration(say: Say): Iterable<Measurement> {
  const weighed = CALIBRATION_SEEDS.flatMap((seed) => {
    say(`calibration: seed ${seed} ...`);
    return measureAccuracy(country(PLACES, seed, 1)).weighed;
  });
  for (const { from, pairs, gap } of bandsOf(weighed)) {
    const name = `calibration gap, probability from ${from}, ${pairs} pairs`;
    yield pairs >= FEWEST_IN_BAND ? atMost(name, gap, LARGEST_GAP) : reported(name, gap, 'share');
  }
}

async function* speed(
  places: number,
  server: { name: string; url?: string },
  say: Say,
): AsyncIterable<Measurement> {
  const seconds: number[] = [];
  for (const size of [places / 2, places]) {
    say(`speed: ${size} places, ${server.name} ...`);
    const demo = country(size, 5, 1);
    const database = await openMergeDatabase(server.url);
    try {
      await database.fill(demo);
      const first = await database.match();
      seconds.push(first);
      const at = `${size} places, ${demo.records.length} records, ${server.name}`;
      yield reported(`records a minute, ${at}`, (demo.records.length / first) * 60, 'records');
      if (size !== places) continue;
      yield size === 50_000
        ? atMost(`merge of ${at}`, first, 60, 'seconds')
        : reported(`merge of ${at}`, first, 'seconds');
      yield atMost(
        'merge again with nothing changed',
        (await database.match()) / first,
        0.2,
        'times the first',
      );
      await database.touch(100);
      yield reported('merge again after a hundredth was delivered anew', await database.match(), 'seconds');
      yield atMost('links changed by that', await database.changedLinks(), 0, 'links');
      await database.correct(100);
      yield reported('merge again after a hundredth was corrected', await database.match(), 'seconds');
    } finally {
      await database.close();
    }
  }
  yield atMost('time for twice the places', seconds[1]! / seconds[0]!, 2.2, 'times');
}

function country(places: number, seed: number, noise: number): DemoRecords {
  // A short history: only the units matter here.
  return demoRecords({ places, seed, noise, from: day('2026-10-01'), deliveredOn: day('2026-11-01') });
}
