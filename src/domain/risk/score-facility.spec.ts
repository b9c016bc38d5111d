import * as fc from 'fast-check';
import { COMBINATION_RULE_VERSION_1 } from './dimensions/combination-rule.js';
import { FEATURES } from './features/features.js';
import { facilityHistory, orderHistory, randomHistory, visitHistory } from './facility-history.factory.js';
import { timelineOf, type FacilityTimeline } from './facility-timeline.js';
import type { RiskModel } from './model/risk-model.js';
import { NO_PEERS } from './peer-shares.js';
import { RISK_BANDS_VERSION_3 } from './risk-bands-version-3.js';
import { riskModel } from './risk-model.factory.js';
import { scorerOf, type Scorer } from './score-authority.js';
import { scoreFacility, type ScoringPolicy } from './score-facility.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from './too-little-data.js';
import { trainModels } from './train-models.js';
import { day } from '../shared/day.js';

const POLICY: ScoringPolicy = {
  tooLittleData: TOO_LITTLE_DATA_RULE_VERSION_1,
  combination: COMBINATION_RULE_VERSION_1,
  bands: RISK_BANDS_VERSION_3,
};
const OPTIONS = {
  version: 'm1',
  outcomeDefinition: 1,
  trainedThrough: day('2024-12-31'),
  firstVisitOn: day('2019-01-01'),
  seed: 1,
};
const scorers = (models: readonly RiskModel[]): Scorer[] =>
  models.map((model) => scorerOf(model, FEATURES, NO_PEERS));
const country = (): FacilityTimeline[] =>
  Array.from({ length: 80 }, (_, seed) => timelineOf(randomHistory(seed)));

describe(trainModels.name, () => {
  it('learns one model per authority from the visits up to the day', () => {
    const visits = [
      visitHistory({ visitKey: 'a', occurredOn: day('2018-06-01'), serious: true }),
      visitHistory({ visitKey: 'b', occurredOn: day('2023-06-01'), serious: true }),
      visitHistory({ visitKey: 'c', occurredOn: day('2024-06-01') }),
      visitHistory({ visitKey: 'd', occurredOn: day('2024-12-31') }),
      visitHistory({ visitKey: 'e', occurredOn: day('2025-06-01'), authority: 'STPS' }),
    ];

    const models = trainModels([timelineOf(facilityHistory({ visits }))], FEATURES, OPTIONS);

    expect(models).toHaveLength(1);
    // Too few to compare anything, so the rule scores.
    expect(models[0]?.adoption).toMatchObject({ method: 'RULE', visits: 0 });
    expect(models[0]?.model).toMatchObject({
      authority: 'SOCIALTILSYNET',
      method: 'RULE',
      rows: 2,
      seriousRows: 1,
      trainedThrough: '2024-12-31',
      seriousBaseRates: { SOCIALTILSYNET: 2 / 3, ARBEJDSTILSYNET: null, STPS: null },
    });
  });

  it('does not change when facts of later days do', () => {
    const later = Array.from({ length: 80 }, (_, seed) => {
      const history = randomHistory(seed);
      const visits = history.visits.map((visit) =>
        visit.availableOn > OPTIONS.trainedThrough && visit.serious !== null
          ? { ...visit, serious: !visit.serious, meanThemeScore: 1 }
          : visit,
      );
      return timelineOf({ ...history, visits });
    });

    const models = JSON.stringify(trainModels(country(), FEATURES, OPTIONS));

    expect(JSON.stringify(trainModels(later, FEATURES, OPTIONS))).toBe(models);
    expect(JSON.stringify(trainModels(country().toReversed(), FEATURES, OPTIONS))).toBe(models);
  });
});

describe(scoreFacility.name, () => {
  const models = scorers(trainModels(country(), FEATURES, OPTIONS).map(({ model }) => model));

  it('weighs the three authorities alike, and keeps the score of each', () => {
    const constant = [
      riskModel({ authority: 'SOCIALTILSYNET', intercept: Math.log(0.1) }),
      riskModel({ authority: 'ARBEJDSTILSYNET', intercept: Math.log(0.5) }),
      riskModel({ authority: 'STPS', intercept: Math.log(0.25) }),
    ];

    const score = scoreFacility(timelineOf(facilityHistory()), scorers(constant), day('2026-01-01'), POLICY);

    // Odds of 1:10, 1:2 and 1:4; ten points double the odds, and 1:4 is 50.
    expect(score.authorities.map((part) => part.points)).toEqual([3678, 6000, 5000]);
    expect(score.points).toBe(4893);
    expect(score.hasTooLittleData).toBe(true);
  });

  it('has enough data when one authority has', () => {
    const visited = timelineOf(facilityHistory({ visits: [visitHistory({ authority: 'STPS' })] }));
    const both = [riskModel({ authority: 'STPS' }), riskModel({ authority: 'SOCIALTILSYNET' })];

    expect(scoreFacility(visited, scorers(both), day('2026-01-01'), POLICY).hasTooLittleData).toBe(false);
  });

  it('sums exactly, for every authority and together, and gives the same bytes again', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => {
        const timeline = timelineOf(randomHistory(seed));

        const score = scoreFacility(timeline, models, day('2025-06-01'), POLICY);

        for (const part of [score, ...score.authorities]) {
          expect(part.contributions.reduce((sum, term) => sum + term.hundredths, 0)).toBe(part.points);
        }
        expect(score.authorities).toHaveLength(3);
        expect(JSON.stringify(scoreFacility(timeline, models, day('2025-06-01'), POLICY))).toBe(
          JSON.stringify(score),
        );
      }),
    );
  });

  it('says what is at stake, from all authorities and the place itself', () => {
    const severe = [
      visitHistory({ authority: 'STPS', occurredOn: day('2025-11-01'), harmSeverity: 4 }),
      visitHistory({ authority: 'SOCIALTILSYNET', occurredOn: day('2025-11-01'), harmSeverity: 0 }),
    ];
    const place = facilityHistory({
      visits: severe,
      facilityType: [{ availableOn: day('2020-01-01'), value: 'FORSORGSHJEM' }],
      targetGroups: [{ availableOn: day('2020-01-01'), value: ['hjemløshed', 'autismespektret'] }],
    });

    const score = scoreFacility(timelineOf(place), scorers([riskModel({})]), day('2026-01-01'), POLICY);

    expect(score.dimensions.severity).toBeCloseTo(2.97, 2);
    expect(score.dimensions.vulnerability).toBe(3);
    expect(score.dimensions.documentation).toBeNull();
    expect(score.points - score.dimensions.likelihoodPoints).toBe(237);
  });

  it('never lets documentation faults alone lift a place above medium', () => {
    const visits = (foundDocumentationAlone: boolean): FacilityTimeline =>
      timelineOf(
        facilityHistory({
          visits: [
            visitHistory({
              authority: 'STPS',
              serious: true,
              harmSeverity: foundDocumentationAlone ? 0 : 3,
              documentationFaults: 2,
              foundDocumentationAlone,
            }),
          ],
          orders: [orderHistory({ isDocumentation: foundDocumentationAlone })],
        }),
      );
    const model = riskModel({
      authority: 'STPS',
      intercept: Math.log(0.25),
      terms: [
        { kind: 'STEPS', key: 'STPS_LAST_OUTCOME', median: 0, borders: [0.5], steps: [0, 2], unknown: 0 },
      ],
    });
    const score = (timeline: FacilityTimeline): ReturnType<typeof scoreFacility> =>
      scoreFacility(timeline, scorers([model]), day('2026-01-01'), POLICY);

    const [paper, harm] = [score(visits(true)), score(visits(false))];

    expect(paper.points).toBe(5414);
    expect(paper.dimensions.documentation).toBe(1);
    expect(paper.contributions.at(-1)).toMatchObject({
      kind: 'DOCUMENTATION_LIMIT',
      hundredths: 5414 - 7885,
    });
    expect(paper.contributions.reduce((sum, term) => sum + term.hundredths, 0)).toBe(5414);
    expect(harm.points).toBeGreaterThan(7885);
  });

  it('refuses a model that knows the future of the day', () => {
    expect(() => scoreFacility(timelineOf(facilityHistory()), models, day('2024-12-30'), POLICY)).toThrow(
      'Model m1 knows facts until 2024-12-31; it cannot score as of 2024-12-30',
    );
  });

  it('refuses to score without a model', () => {
    expect(() => scoreFacility(timelineOf(facilityHistory()), [], day('2026-01-01'), POLICY)).toThrow(
      'no authority has a model',
    );
  });
});
