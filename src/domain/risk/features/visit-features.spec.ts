import { authoritiesWithoutVisit } from './authorities-without-visit.feature.js';
import { checkpointsFailedShare } from './checkpoints-failed-share.feature.js';
import { lastOutcomeFeatures } from './last-outcome.feature.js';
import type { RiskFeature } from './risk-feature.js';
import { yearsSinceVisit } from './years-since-visit.feature.js';
import { facilityHistory, visitHistory } from '../facility-history.factory.js';
import type { VisitHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { measureContext } from '../risk-model.factory.js';
import { day } from '../../shared/day.js';

const CONTEXT = measureContext({
  authority: 'STPS',
  seriousBaseRates: { SOCIALTILSYNET: 0.1, ARBEJDSTILSYNET: 0.4, STPS: 0.1 },
});

function measure(
  feature: RiskFeature | undefined,
  visits: Partial<VisitHistory>[],
): number | null | undefined {
  const facts = visits.map((visit, index) =>
    visitHistory({ authority: 'STPS', visitKey: `v${index}`, ...visit }),
  );
  return feature?.measure(
    knownAsOf(timelineOf(facilityHistory({ visits: facts })), day('2026-01-01')),
    CONTEXT,
  );
}

describe('the last outcome', () => {
  const stps = lastOutcomeFeatures[2];

  it('is that of the latest visit, not of the latest published', () => {
    const visits = [
      { occurredOn: day('2025-03-01'), availableOn: day('2025-03-20'), serious: true },
      { occurredOn: day('2025-01-01'), availableOn: day('2025-12-20'), serious: false },
    ];

    expect(measure(stps, visits)).toBe(1);
    expect(measure(stps, visits.toReversed())).toBe(1);
  });

  it('is serious when any visit of that day was', () => {
    const occurredOn = day('2025-03-01');

    expect(measure(stps, [{ occurredOn, serious: true }, { occurredOn }, { serious: null }])).toBe(1);
  });

  it('looks past visits without a known outcome, and is unknown without any other', () => {
    const unknown = { occurredOn: day('2025-11-01'), serious: null };

    expect(measure(stps, [{ occurredOn: day('2025-03-01') }, unknown])).toBe(0);
    expect(measure(stps, [unknown])).toBeNull();
    expect(measure(stps, [{ authority: 'SOCIALTILSYNET', serious: true }])).toBeNull();
  });
});

describe('the years since the visit', () => {
  it('counts from the latest visit of the scored authority', () => {
    const visits: Partial<VisitHistory>[] = [
      { occurredOn: day('2024-01-02') },
      { occurredOn: day('2025-10-01'), authority: 'SOCIALTILSYNET' },
    ];

    expect(measure(yearsSinceVisit, visits)).toBeCloseTo(1.9986, 4);
  });

  it('stops at four years, and is unknown without a visit', () => {
    expect(measure(yearsSinceVisit, [{ occurredOn: day('2019-01-01') }])).toBe(4);
    expect(measure(yearsSinceVisit, [])).toBeNull();
  });
});

describe('the authorities without a visit', () => {
  it.each([
    [[], 3],
    [[{}], 2],
    [[{}, {}, { authority: 'ARBEJDSTILSYNET' as const }], 1],
    [[{ availableOn: day('2026-01-02') }], 3],
  ])('are those nobody can know of a visit by: %j gives %i', (visits, expected) => {
    expect(measure(authoritiesWithoutVisit, visits)).toBe(expected);
  });
});

describe('the share of checkpoints not met', () => {
  it('weighs every checkpoint, and recent visits more', () => {
    const recent = { occurredOn: day('2025-11-01'), checkpointsFailed: 1, checkpointsAssessed: 2 };
    const sameDay = { ...recent, checkpointsFailed: 1, checkpointsAssessed: 6 };
    const earlier = { ...recent, occurredOn: day('2022-11-01'), checkpointsFailed: 2 };

    expect(measure(checkpointsFailedShare, [recent, sameDay])).toBeCloseTo(2 / 8, 9);
    expect(measure(checkpointsFailedShare, [recent, earlier])).toBeCloseTo(
      (1 + 0.25 * 2) / (2 + 0.25 * 2),
      3,
    );
  });

  it('is unknown where no checkpoint was assessed', () => {
    expect(measure(checkpointsFailedShare, [{}])).toBeNull();
    expect(measure(checkpointsFailedShare, [{ checkpointsFailed: 0, checkpointsAssessed: 0 }])).toBeNull();
  });
});
