import { timelineOf, type FacilityTimeline } from '../domain/risk/facility-timeline.js';
import { randomHistory } from '../domain/risk/facility-history.factory.js';
import { FEATURES } from '../domain/risk/features/features.js';
import { trainCandidates } from '../domain/risk/model/train-candidates.js';
import { COMBINATION_RULE_VERSION_1 } from '../domain/risk/dimensions/combination-rule.js';
import { RISK_BANDS_VERSION_3 } from '../domain/risk/risk-bands-version-3.js';
import { measureVisits } from '../domain/risk/measure-visits.js';
import { peerShares } from '../domain/risk/peer-shares.js';
import { scoreFacility, type ScoringPolicy } from '../domain/risk/score-facility.js';
import { scorerOf, type Scorer } from '../domain/risk/score-authority.js';
import { seriousBaseRates } from '../domain/risk/serious-base-rates.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from '../domain/risk/too-little-data.js';
import { usualFindings } from '../domain/risk/usual-findings.js';
import { AUTHORITIES } from '../domain/shared/authority.js';
import { day } from '../domain/shared/day.js';
import { atMost, type Bench, type Measurement } from './measurement.js';

const TRAINED_ON = 1_500;
const AS_OF = day('2026-10-31');
/** Places in memory at a time; the same histories are scored again, as making them is no part of scoring. */
const CHUNK = 10_000;
const MOST_MEGABYTES = 1_500;

/** How fast places are scored by ridge-logistic models with intervals, and in how much memory. */
export const scoreBench: Bench = {
  name: 'score',
  summary: 'speed and memory of scoring 50,000 and 1,000,000 places',
  options: { places: { type: 'string' } },
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface lets benches wait for a database
  async *measure(options, say): AsyncIterable<Measurement> {
    say('making places and training ...');
    const timelines = Array.from({ length: CHUNK }, (_, seed) => timelineOf(randomHistory(seed)));
    const scorers = trainedScorers(timelines.slice(0, TRAINED_ON));
    const sizes =
      typeof options['places'] === 'string' ? [[Number(options['places']), 120] as const] : TARGETS;
    for (const [places, target] of sizes) {
      say(`scoring ${places} places ...`);
      const { seconds, megabytes } = scorePlaces(timelines, scorers, places);
      yield atMost(`score ${places} places by three authorities`, seconds, target, 'seconds');
      yield atMost(`memory while scoring ${places} places`, megabytes, MOST_MEGABYTES, 'megabytes');
    }
  },
};

const POLICY: ScoringPolicy = {
  tooLittleData: TOO_LITTLE_DATA_RULE_VERSION_1,
  combination: COMBINATION_RULE_VERSION_1,
  bands: RISK_BANDS_VERSION_3,
};

const TARGETS = [
  [50_000, 10],
  [1_000_000, 120],
] as const;

function trainedScorers(timelines: readonly FacilityTimeline[]): Scorer[] {
  const usual = {
    seriousBaseRates: seriousBaseRates(timelines, AS_OF),
    usualFindings: usualFindings(timelines, AS_OF),
  };
  return AUTHORITIES.map((authority) => {
    const window = { from: day('2019-01-01'), to: AS_OF, outcomeKnownOn: AS_OF };
    const tables = measureVisits(timelines, authority, FEATURES, usual, window);
    const header = { version: 'bench', authority, outcomeDefinition: 1, trainedThrough: AS_OF, ...usual };
    const { ridgeLogistic } = trainCandidates(tables, header, 'ALL_VISITS');
    return scorerOf(ridgeLogistic.model, FEATURES, peerShares(timelines, authority, FEATURES));
  });
}

function scorePlaces(
  timelines: readonly FacilityTimeline[],
  scorers: readonly Scorer[],
  places: number,
): { readonly seconds: number; readonly megabytes: number } {
  const start = performance.now();
  let most = 0;
  let sum = 0;
  for (let place = 0; place < places; place += 1) {
    const score = scoreFacility(timelines[place % CHUNK]!, scorers, AS_OF, POLICY);
    sum += score.points;
    if (place % CHUNK === 0) most = Math.max(most, process.memoryUsage.rss());
  }
  if (!(sum > 0)) throw new Error('No place got a point: nothing was scored.');
  return { seconds: (performance.now() - start) / 1_000, megabytes: most / 1e6 };
}
