import { accidentHistory, facilityHistory, orderHistory, visitHistory } from './facility-history.factory.js';
import { knownAsOf, timelineOf } from './facility-timeline.js';
import { day } from '../shared/day.js';

describe(knownAsOf.name, () => {
  it('knows a visit from the day it is available, not from the day it happened', () => {
    const timeline = timelineOf(
      facilityHistory({
        visits: [visitHistory({ occurredOn: day('2025-03-01'), availableOn: day('2025-04-10') })],
      }),
    );

    expect(knownAsOf(timeline, day('2025-04-09')).visits.SOCIALTILSYNET).toHaveLength(0);
    expect(knownAsOf(timeline, day('2025-04-10')).visits.SOCIALTILSYNET).toHaveLength(1);
  });

  it('takes an order for open until the day it was complied with', () => {
    const order = orderHistory({ issuedOn: day('2025-01-01'), compliedOn: day('2025-06-01') });
    const timeline = timelineOf(facilityHistory({ orders: [order] }));

    expect(knownAsOf(timeline, day('2025-05-31')).orders[0]?.compliedOn).toBeNull();
    expect(knownAsOf(timeline, day('2025-06-01')).orders[0]?.compliedOn).toBe('2025-06-01');
  });

  it('parts the visits by authority, oldest first', () => {
    const known = knownAsOf(
      timelineOf(
        facilityHistory({
          visits: [
            visitHistory({ visitKey: 'c', occurredOn: day('2025-05-01') }),
            visitHistory({ visitKey: 'd', authority: 'STPS' }),
            visitHistory({ visitKey: 'b', occurredOn: day('2024-05-01') }),
            visitHistory({ visitKey: 'a', occurredOn: day('2025-05-01') }),
          ],
        }),
      ),
      day('2026-01-01'),
    );

    expect(known.visits.SOCIALTILSYNET.map((visit) => visit.visitKey)).toEqual(['b', 'a', 'c']);
    expect(known.visits.STPS.map((visit) => visit.visitKey)).toEqual(['d']);
    expect(known.visits.ARBEJDSTILSYNET).toEqual([]);
  });

  it('knows the latest of the dated values, whatever order they came in', () => {
    const employees = [
      { availableOn: day('2025-01-01'), value: 30 },
      { availableOn: day('2020-01-01'), value: 20 },
    ];
    const timeline = timelineOf(facilityHistory({ employees, accidents: [accidentHistory()] }));

    expect(knownAsOf(timeline, day('2024-12-31')).employees).toBe(20);
    expect(knownAsOf(timeline, day('2025-01-01')).employees).toBe(30);
    expect(knownAsOf(timeline, day('2019-12-31')).employees).toBeNull();
  });
});
