import { assignFacilityIds } from '../domain/facility/identity/assign-facility-ids.js';
import { matchFacilities } from '../domain/facility/match-facilities.js';
import { day } from '../domain/shared/day.js';
import { atLeast, type Bench, type Measurement } from './measurement.js';
import { demoRecords } from './merge/demo-records.js';
import { countPairs, pairsOf, sharesOf, type RecordOfPlace } from './merge/pairwise.js';

const SEEDS = [11, 12, 13];
const PLACES = 3_000;

/** How well and how fast the registers' units are merged into places, on generated countries. */
export const mergeBench: Bench = {
  name: 'merge',
  summary: 'precision, recall, queue, calibration and speed of the merge',
  options: {},
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface lets benches wait for a database
  async *measure(_options, say): AsyncIterable<Measurement> {
    for (const [noise, precision, recall] of [
      [1, 0.995, 0.97],
      [1.5, 0.99, 0.95],
    ] as const) {
      for (const seed of SEEDS) {
        say(`noise ${noise}, seed ${seed} ...`);
        const shares = measureAccuracy(seed, noise);
        yield atLeast(`precision, noise ${noise}, seed ${seed}`, shares.precision, precision);
        yield atLeast(`recall, noise ${noise}, seed ${seed}`, shares.recall, recall);
      }
    }
  },
};

function measureAccuracy(seed: number, noise: number): { precision: number; recall: number } {
  const [from, deliveredOn] = [day('2026-01-01'), day('2026-11-01')];
  const { records, sorUnits, truth } = demoRecords({ places: PLACES, seed, noise, from, deliveredOn });
  const { facilities } = assignFacilityIds(matchFacilities(records, sorUnits).clusters, new Map());
  const decided = facilities.flatMap(({ facilityId, cluster }) =>
    cluster.records.map(({ sourceKey }): RecordOfPlace => [sourceKey, facilityId]),
  );
  return sharesOf(countPairs(pairsOf(decided), pairsOf(truth)));
}
