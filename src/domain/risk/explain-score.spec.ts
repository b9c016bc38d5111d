import * as fc from 'fast-check';
import { COMBINATION_RULE_VERSION_1 } from './dimensions/combination-rule.js';
import { explainScore } from './explain-score.js';
import { FEATURES } from './features/features.js';
import { randomHistory } from './facility-history.factory.js';
import { timelineOf } from './facility-timeline.js';
import { changeInWords, pointsInWords } from './number-wording.js';
import { NO_PEERS } from './peer-shares.js';
import { RISK_BANDS_VERSION_3 } from './risk-bands-version-3.js';
import type { Contribution, FacilityScore } from './risk-score.js';
import { scorerOf } from './score-authority.js';
import { scoreFacility } from './score-facility.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from './too-little-data.js';
import { trainModels } from './train-models.js';
import { day } from '../shared/day.js';

const term = (part: Partial<Contribution>): Contribution => ({
  kind: 'FEATURE',
  authority: 'STPS',
  key: null,
  hundredths: 0,
  value: null,
  typical: null,
  ...part,
});
const SCORE: FacilityScore = {
  facilityId: 'f1',
  asOf: day('2026-11-01'),
  combination: 'LIKELIHOOD_AND_CONSEQUENCE',
  dimensions: { likelihoodPoints: 2345, severity: 3.1, vulnerability: 3, documentation: null },
  points: 2605,
  contributions: [
    term({ kind: 'BASELINE', hundredths: 1900 }),
    term({ key: 'MEAN_THEME_SCORE', hundredths: -55, value: 4.5, typical: 4.2 }),
    term({ key: 'OPEN_ORDERS', hundredths: 100, value: 2, typical: 0 }),
    term({ key: 'STPS_SERIOUS_SHARE', hundredths: 420, value: 0.35, typical: 0.12 }),
    term({ key: 'CAPACITY_PLACES', hundredths: 0, value: 12, typical: 12 }),
    term({ kind: 'SEVERITY', authority: null, hundredths: 300, value: 3.1, typical: 2.5 }),
    term({ kind: 'VULNERABILITY', authority: null, hundredths: 0, value: 3, typical: 3 }),
    term({ kind: 'DOCUMENTATION_LIMIT', authority: null, hundredths: -40 }),
    term({ kind: 'CLAMPING', hundredths: -20 }),
  ],
  authorities: [
    {
      authority: 'STPS',
      modelVersion: 'm1',
      trainedThrough: day('2026-10-31'),
      method: 'RIDGE_LOGISTIC',
      probability: 0.2345,
      interval: null,
      points: 2345,
      contributions: [],
      missing: ['RECENT_OPERATOR_CHANGE'],
      tooLittleData: ['FEW_KNOWN_VISITS'],
    },
  ],
  hasTooLittleData: true,
};

describe(explainScore.name, () => {
  it('explains in Danish, strongest first', () => {
    expect(explainScore(SCORE, FEATURES).map((sentence) => sentence.da)).toEqual([
      'Scoren er 26,05 af 100 point pr. 1. november 2026: 23,45 for sandsynlighed (gennemsnittet af Styrelsen for Patientsikkerhed 23,45) og resten for det, der står på spil.',
      'Udgangspunktet er 19,00 point: et sted, der er gennemsnitligt i alt.',
      'Hæver: Andel alvorlige besøg af Styrelsen for Patientsikkerhed (35 %; typisk 12 %), +4,20 point gennem Styrelsen for Patientsikkerhed.',
      'Hæver: Åbne påbud (2; typisk 0), +1,00 point gennem Styrelsen for Patientsikkerhed.',
      'Sænker: Gennemsnitlig temascore (4,5; typisk 4,2), -0,55 point gennem Styrelsen for Patientsikkerhed.',
      'Alvor af det fundne: 3,1 af 4 (sædvanligt 2,5), +3,00 point.',
      'Skåret af, fordi mangler i dokumentation alene ikke løfter over mellem: -0,40 point.',
      'Afskåret ved skalaens ende: -0,20 point.',
      'Ikke kendt, regnet som typisk med det tillæg, som manglende viden plejer at følges af: Ny driftsherre inden for to år.',
      'For lidt data til et sikkert skøn: Styrelsen for Patientsikkerhed.',
    ]);
  });

  it('says the same in English', () => {
    expect(explainScore(SCORE, FEATURES).map((sentence) => sentence.en)).toEqual([
      'The score is 26.05 of 100 points as of 1 November 2026: 23.45 for likelihood (the mean of Styrelsen for Patientsikkerhed 23.45) and the rest for what is at stake.',
      'The starting point is 19.00 points: a facility that is average in everything.',
      'Raises: Share of serious visits by Styrelsen for Patientsikkerhed (35%; typically 12%), +4.20 points through Styrelsen for Patientsikkerhed.',
      'Raises: Open orders (2; typically 0), +1.00 points through Styrelsen for Patientsikkerhed.',
      'Lowers: Mean theme score (4.5; typically 4.2), -0.55 points through Styrelsen for Patientsikkerhed.',
      'Severity of what was found: 3.1 of 4 (usually 2.5), +3.00 points.',
      'Cut off, as documentation faults alone do not lift above medium: -0.40 points.',
      'Cut off at the end of the scale: -0.20 points.',
      'Not known, taken as typical with what not knowing usually goes with: New operator within two years.',
      'Too little data for a firm estimate: Styrelsen for Patientsikkerhed.',
    ]);
  });

  it('names at most three in each direction, and leaves out what did not happen', () => {
    const rising = FEATURES.slice(0, 5).map((feature, index) =>
      term({ key: feature.key, hundredths: 10 * (index + 1), value: 1, typical: 0 }),
    );
    const quiet: FacilityScore = { ...SCORE, contributions: rising, authorities: [] };

    const sentences = explainScore(quiet, FEATURES).map((sentence) => sentence.en);

    expect(sentences).toHaveLength(5);
    expect(sentences.slice(2).map((sentence) => /\+\d\.\d\d/.exec(sentence)?.[0])).toEqual([
      '+0.50',
      '+0.40',
      '+0.30',
    ]);
  });

  it('refuses a score that weighs a feature nobody knows', () => {
    const unknown: FacilityScore = { ...SCORE, contributions: [term({ key: 'GONE', hundredths: 5 })] };

    expect(() => explainScore(unknown, FEATURES)).toThrow('The score weighs GONE, which is no feature');
  });

  it('states only points that the score itself holds, with the direction they have', () => {
    const timelines = Array.from({ length: 60 }, (_, seed) => timelineOf(randomHistory(seed)));
    const scorers = trainModels(timelines, FEATURES, {
      version: 'm1',
      outcomeDefinition: 1,
      trainedThrough: day('2026-06-30'),
      firstVisitOn: day('2019-01-01'),
      seed: 1,
    }).map(({ model }) => scorerOf(model, FEATURES, NO_PEERS));

    let seen = 0;
    fc.assert(
      fc.property(fc.nat(59), (index) => {
        const score = scoreFacility(timelines[index]!, scorers, day('2026-07-01'), {
          tooLittleData: TOO_LITTLE_DATA_RULE_VERSION_1,
          combination: COMBINATION_RULE_VERSION_1,
          bands: RISK_BANDS_VERSION_3,
        });
        const held = new Set(
          score.contributions.flatMap((part) => [
            changeInWords(part.hundredths, 'da'),
            pointsInWords(part.hundredths, 'da'),
          ]),
        );
        const named = explainScore(score, FEATURES)
          .map((sentence) => /^(Hæver|Sænker): .* ([+-]\d+,\d\d) point/.exec(sentence.da))
          .filter((match) => match !== null);

        seen += named.length;
        for (const [, verb, change] of named) {
          expect(held).toContain(change);
          expect(verb).toBe(change?.startsWith('+') ? 'Hæver' : 'Sænker');
        }
        expect(explainScore(score, FEATURES)[0]?.da).toContain(pointsInWords(score.points, 'da'));
      }),
    );
    expect(seen).toBeGreaterThan(50);
  });
});
