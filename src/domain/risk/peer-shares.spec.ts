import { facilityHistory, visitHistory } from './facility-history.factory.js';
import { knownAsOf, timelineOf } from './facility-timeline.js';
import { peerShareFact } from './features/planning-facts.js';
import { measureContext } from './risk-model.factory.js';
import { peerShares } from './peer-shares.js';
import { day } from '../shared/day.js';

describe(peerShares.name, () => {
  const feature = peerShareFact(['cat_kind']);
  const place = (
    facilityId: string,
    kind: string,
    serious: boolean,
    occurredOn: string,
  ): ReturnType<typeof timelineOf> =>
    timelineOf(
      facilityHistory({
        facilityId,
        visits: [
          visitHistory({
            visitKey: facilityId,
            serious,
            occurredOn: day(occurredOn),
            availableOn: day(occurredOn),
            plannedWith: { cat_kind: kind },
          }),
        ],
      }),
    );
  const country = [
    ...Array.from({ length: 60 }, (_, index) => place(`a${index}`, 'a', index % 2 === 0, '2025-01-01')),
    ...Array.from({ length: 60 }, (_, index) => place(`b${index}`, 'b', false, '2025-01-01')),
    place('later', 'b', true, '2025-06-01'),
  ];
  const shareAsOf = (asOf: string, kind: string): number | null => {
    const peers = peerShares(country, 'SOCIALTILSYNET', [feature]);
    const known = knownAsOf(timelineOf(facilityHistory()), day(asOf), { cat_kind: kind });
    return feature.measure(known, measureContext({ authority: 'SOCIALTILSYNET', peers }));
  };

  it('draws each kind towards the share of all', () => {
    // 30 of 120 serious in all; kind a: 30 of 60, and thirty imagined visits at a quarter.
    expect(shareAsOf('2025-01-01', 'a')).toBeCloseTo((30 + 7.5) / 90, 12);
    expect(shareAsOf('2025-01-01', 'b')).toBeCloseTo(7.5 / 90, 12);
    expect(shareAsOf('2025-01-01', 'c')).toBeCloseTo(0.25, 12);
  });

  it('knows nothing of later days', () => {
    expect(shareAsOf('2024-12-31', 'b')).toBeNull();
    expect(shareAsOf('2025-05-31', 'b')).toBeLessThan(shareAsOf('2025-06-01', 'b')!);
  });

  it('lets old visits fade: half of them is left after a year', () => {
    expect(shareAsOf('2026-01-01', 'a')).toBeCloseTo((15 + 30 * 0.2531) / 60, 2);
  });
});
