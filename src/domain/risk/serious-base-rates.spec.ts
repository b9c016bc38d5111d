import { facilityHistory, visitHistory } from './facility-history.factory.js';
import { timelineOf } from './facility-timeline.js';
import { seriousBaseRates } from './serious-base-rates.js';
import { day } from '../shared/day.js';

describe(seriousBaseRates.name, () => {
  it('is the share of the visits known that day that were serious', () => {
    const visit = (availableOn: string, serious: boolean | null): ReturnType<typeof visitHistory> =>
      visitHistory({ visitKey: availableOn, availableOn: day(availableOn), serious });
    const timelines = [
      facilityHistory({ visits: [visit('2025-01-01', true), visit('2025-01-02', false)] }),
      facilityHistory({
        visits: [visit('2025-01-03', false), visit('2025-01-04', null), visit('2025-01-06', true)],
      }),
    ].map(timelineOf);

    const rates = seriousBaseRates(timelines, day('2025-01-05'));

    expect(rates.SOCIALTILSYNET).toBeCloseTo(1 / 3, 12);
    expect(rates.STPS).toBeNull();
  });
});
