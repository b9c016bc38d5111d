import { lowestThemeScore } from './lowest-theme-score.feature.js';
import { meanThemeScore } from './mean-theme-score.feature.js';
import type { RiskFeature } from './risk-feature.js';
import { themeScoreTrend } from './theme-score-trend.feature.js';
import { facilityHistory, visitHistory } from '../facility-history.factory.js';
import type { VisitHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { measureContext } from '../risk-model.factory.js';
import { day } from '../../shared/day.js';

function measure(feature: RiskFeature, visits: Partial<VisitHistory>[]): number | null {
  const facts = visits.map((visit, index) =>
    visitHistory({ visitKey: `v${index}`, availableOn: visit.occurredOn, qualityModel: '2023', ...visit }),
  );
  return feature.measure(
    knownAsOf(timelineOf(facilityHistory({ visits: facts })), day('2025-12-31')),
    measureContext({
      authority: 'SOCIALTILSYNET',
      seriousBaseRates: { SOCIALTILSYNET: 0.1, ARBEJDSTILSYNET: null, STPS: null },
    }),
  );
}

const today = { occurredOn: day('2025-12-31'), meanThemeScore: 3, lowestThemeScore: 2.1 };
const threeYearsAgo = { occurredOn: day('2022-12-31'), meanThemeScore: 4.5, lowestThemeScore: 4 };
const unscored = { occurredOn: day('2025-12-31') };

describe('the mean theme score', () => {
  it('counts a visit three years ago for a quarter of one today', () => {
    expect(measure(meanThemeScore, [threeYearsAgo, today, unscored])).toBeCloseTo((3 + 0.25 * 4.5) / 1.25, 3);
  });

  it('is unknown without scores', () => {
    expect(measure(meanThemeScore, [unscored])).toBeNull();
  });
});

describe('the lowest theme score', () => {
  it('is that of the latest visit with scores', () => {
    expect(measure(lowestThemeScore, [today, threeYearsAgo, unscored])).toBe(2.1);
    expect(measure(lowestThemeScore, [unscored])).toBeNull();
  });
});

describe('the trend of the theme scores', () => {
  it('is the latest mean less the earlier ones', () => {
    const alike = { ...threeYearsAgo, meanThemeScore: 3.5 };

    expect(measure(themeScoreTrend, [threeYearsAgo, today])).toBeCloseTo(-1.5, 9);
    expect(measure(themeScoreTrend, [alike, threeYearsAgo, today])).toBeCloseTo(-1, 9);
  });

  it('compares only visits by the same quality model', () => {
    const byNewModel = { ...today, qualityModel: '2026' };

    expect(measure(themeScoreTrend, [threeYearsAgo, byNewModel])).toBeNull();
  });

  it('is unknown with fewer than two scored visits', () => {
    expect(measure(themeScoreTrend, [])).toBeNull();
    expect(measure(themeScoreTrend, [today])).toBeNull();
  });
});
