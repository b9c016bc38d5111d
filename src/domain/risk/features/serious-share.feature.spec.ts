import { seriousShareFeatures } from './serious-share.feature.js';
import { facilityHistory, visitHistory } from '../facility-history.factory.js';
import type { VisitHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { measureContext } from '../risk-model.factory.js';
import { day } from '../../shared/day.js';

const [, arbejdstilsynet] = seriousShareFeatures;
const CONTEXT = measureContext({
  authority: 'STPS',
  seriousBaseRates: { SOCIALTILSYNET: null, ARBEJDSTILSYNET: 0.4, STPS: 0.1 },
});

function share(visits: Partial<VisitHistory>[]): number | null | undefined {
  const history = facilityHistory({
    visits: visits.map((visit, index) =>
      visitHistory({
        authority: 'ARBEJDSTILSYNET',
        visitKey: `v${index}`,
        occurredOn: day('2025-12-31'),
        availableOn: day('2025-12-31'),
        ...visit,
      }),
    ),
  });
  return arbejdstilsynet?.measure(knownAsOf(timelineOf(history), day('2025-12-31')), CONTEXT);
}

describe('the share of serious visits', () => {
  it.each([
    ['one serious visit today: (1 + 2 * 0.4) / 3', [{ serious: true }], 0.6],
    ['one visit without: (0 + 0.8) / 3', [{ serious: false }], 0.266667],
    ['three of four: (3 + 0.8) / 6', [{ serious: true }, { serious: true }, { serious: true }, {}], 0.633333],
    [
      'a serious visit three years ago counts a quarter: (0.25 + 0.8) / 2.25',
      [{ serious: true, occurredOn: day('2022-12-31') }],
      0.466667,
    ],
  ])('is drawn towards the usual rate: %s', (_, visits, expected) => {
    expect(share(visits)).toBeCloseTo(expected, 3);
  });

  it('does not count visits whose outcome is not known, nor those of other authorities', () => {
    expect(share([{ serious: true }, { serious: null }, { serious: false, authority: 'STPS' }])).toBeCloseTo(
      0.6,
      9,
    );
  });

  it('is unknown without visits, and where nothing is usual yet', () => {
    const [socialtilsynet] = seriousShareFeatures;
    const known = knownAsOf(
      timelineOf(facilityHistory({ visits: [visitHistory({ serious: true })] })),
      day('2026-01-01'),
    );

    expect(share([])).toBeNull();
    expect(share([{ serious: null }])).toBeNull();
    expect(socialtilsynet?.measure(known, CONTEXT)).toBeNull();
  });
});
