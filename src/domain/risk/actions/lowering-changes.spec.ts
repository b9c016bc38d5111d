import { explainChange } from './explain-change.js';
import { loweringChanges, type LoweringChange } from './lowering-changes.js';
import { PLACE_ACTIONS } from './place-actions.js';
import {
  accidentHistory,
  facilityHistory,
  orderHistory,
  randomHistory,
  visitHistory,
} from '../facility-history.factory.js';
import type { FacilityHistory } from '../facility-history.js';
import { timelineOf } from '../facility-timeline.js';
import { FEATURES } from '../features/features.js';
import type { RiskModel } from '../model/risk-model.js';
import { NO_PEERS } from '../peer-shares.js';
import type { FacilityScore } from '../risk-score.js';
import { linearTerm, riskModel } from '../risk-model.factory.js';
import { scorerOf } from '../score-authority.js';
import { scoreFacility, type ScoringPolicy } from '../score-facility.js';
import { RISK_BANDS_VERSION_3 } from '../risk-bands-version-3.js';
import { COMBINATION_RULE_VERSION_1 } from '../dimensions/combination-rule.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from '../too-little-data.js';
import { trainModels } from '../train-models.js';
import { day } from '../../shared/day.js';

const RULE: ScoringPolicy = {
  tooLittleData: TOO_LITTLE_DATA_RULE_VERSION_1,
  combination: COMBINATION_RULE_VERSION_1,
  bands: RISK_BANDS_VERSION_3,
};
const TODAY = day('2026-01-01');
const OVERDUE = orderHistory({ orderKey: 'late', issuedOn: day('2025-05-01'), dueOn: day('2025-08-01') });
const OPEN = orderHistory({ orderKey: 'open', issuedOn: day('2025-11-01'), dueOn: day('2026-04-01') });
const MODELS = [
  riskModel({
    authority: 'ARBEJDSTILSYNET',
    intercept: -1.3,
    terms: [
      linearTerm('OPEN_ORDERS', 0.31, { scale: 'LOG' }),
      linearTerm('OVERDUE_ORDERS', 0.17, { scale: 'LOG' }),
    ],
  }),
  riskModel({
    authority: 'SOCIALTILSYNET',
    intercept: -1.9,
    terms: [
      linearTerm('OPEN_ORDERS', 0.12, { scale: 'LOG' }),
      linearTerm('LOWEST_THEME_SCORE', -0.4, { median: 3.5 }),
    ],
  }),
];

function score(history: FacilityHistory, models: readonly RiskModel[] = MODELS): FacilityScore {
  const scorers = models.map((model) => scorerOf(model, FEATURES, NO_PEERS));
  return scoreFacility(timelineOf(history), scorers, TODAY, RULE);
}

function changesOf(history: FacilityHistory, models: readonly RiskModel[] = MODELS): LoweringChange[] {
  return loweringChanges(score(history, models), models, FEATURES) ?? [];
}

describe(loweringChanges.name, () => {
  it('says exactly the points that the place gets when it does so', () => {
    const before = facilityHistory({ orders: [OVERDUE, OPEN] });
    const complied = { compliedOn: day('2025-12-30') };
    const [all, overdue] = changesOf(before);

    expect(all?.action).toBe('COMPLY_WITH_ALL_ORDERS');
    const afterAll = score(
      facilityHistory({
        orders: [
          { ...OVERDUE, ...complied },
          { ...OPEN, ...complied },
        ],
      }),
    );
    expect(all?.points).toBe(afterAll.points);
    expect(all?.authorities.map(({ points, probability }) => [points, probability])).toEqual(
      afterAll.authorities.map(({ points, probability }) => [points, probability]),
    );
    expect(overdue?.action).toBe('COMPLY_WITH_OVERDUE_ORDERS');
    const afterOverdue = score(facilityHistory({ orders: [{ ...OVERDUE, ...complied }, OPEN] }));
    expect(overdue?.points).toBe(afterOverdue.points);
    expect(afterAll.points).toBeLessThan(afterOverdue.points);
    expect(afterOverdue.points).toBeLessThan(score(before).points);
  });

  it('says the points of better theme scores, and what moved', () => {
    const visit = (lowestThemeScore: number): FacilityHistory =>
      facilityHistory({ visits: [visitHistory({ lowestThemeScore, meanThemeScore: lowestThemeScore })] });

    const [change] = changesOf(visit(2));

    expect(change?.action).toBe('THEME_SCORES_AS_USUAL');
    expect(change?.points).toBe(score(visit(3.5)).points);
    expect(change?.authorities.map(({ authority, moved }) => [authority, moved])).toEqual([
      ['SOCIALTILSYNET', [{ key: 'LOWEST_THEME_SCORE', from: 2, to: 3.5 }]],
    ]);
  });

  it('is silent where nothing would lower the score', () => {
    expect(changesOf(facilityHistory())).toEqual([]);
    const good = visitHistory({ lowestThemeScore: 4, meanThemeScore: 4 });
    expect(changesOf(facilityHistory({ visits: [good], accidents: [accidentHistory()] }))).toEqual([]);
  });

  it('holds for every place of a country, and says nothing by another model', () => {
    const country = Array.from({ length: 60 }, (_, seed) => randomHistory(seed));
    const options = {
      version: 'm1',
      outcomeDefinition: 1,
      trainedThrough: day('2024-12-31'),
      firstVisitOn: day('2019-01-01'),
      seed: 1,
    };
    const models = trainModels(country.map(timelineOf), FEATURES, options).map(({ model }) => model);
    const other = models.map((model) => ({ ...model, intercept: model.intercept + 0.2 }));

    for (const history of country) {
      const scored = score(history, models);
      const changes = loweringChanges(scored, models, FEATURES);
      const isCut = scored.contributions.some(({ kind }) => kind === 'DOCUMENTATION_LIMIT');
      expect(changes === undefined).toBe(isCut);
      for (const change of changes ?? []) expect(change.points).toBeLessThan(scored.points);
      expect(loweringChanges(scored, other, FEATURES)).toBeUndefined();
    }
    expect(country.some((history) => changesOf(history, models).length > 0)).toBe(true);
  });
});

describe(explainChange.name, () => {
  it('says the points after it and the difference, in both languages', () => {
    const change = { action: 'A', label: { da: 'Gjort', en: 'Done' }, points: 3897, authorities: [] };

    expect(explainChange(change, 4001)).toEqual({
      da: 'Gjort: 38,97 point (-1,04).',
      en: 'Done: 38.97 points (-1.04).',
    });
  });
});

describe('actions of a place', () => {
  it('cover the features flagged as actionable, and no others', () => {
    const flagged = FEATURES.filter(({ isActionable }) => isActionable).map(({ key }) => key);
    const moved = new Set(PLACE_ACTIONS.flatMap(({ moves }) => moves));

    expect([...moved].sort()).toEqual(flagged.sort());
  });
});
