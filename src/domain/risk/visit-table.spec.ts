import { openOrders } from './features/open-orders.feature.js';
import { lastOutcomeFeatures } from './features/last-outcome.feature.js';
import { facilityHistory, orderHistory, visitHistory } from './facility-history.factory.js';
import type { VisitHistory } from './facility-history.js';
import { timelineOf } from './facility-timeline.js';
import { measureContext } from './risk-model.factory.js';
import { visitTable, type VisitTable, type VisitWindow } from './visit-table.js';
import type { Authority } from '../shared/authority.js';
import { day } from '../shared/day.js';

const ALL: VisitWindow = {
  from: day('2000-01-01'),
  to: day('2030-01-01'),
  outcomeKnownOn: day('2030-01-01'),
};

describe(visitTable.name, () => {
  const visit = (occurredOn: string, part: Partial<VisitHistory> = {}): VisitHistory =>
    visitHistory({ visitKey: occurredOn, occurredOn: day(occurredOn), ...part });
  const timeline = timelineOf(
    facilityHistory({
      visits: [
        visit('2024-01-10', { serious: true }),
        visit('2024-02-09'),
        visit('2024-02-10'),
        visit('2024-09-01', { serious: null }),
        visit('2024-10-01', { serious: true }),
      ],
      orders: [orderHistory({ issuedOn: day('2024-10-01') })],
    }),
  );
  const [lastOutcome] = lastOutcomeFeatures;
  const features = [lastOutcome!, openOrders];
  const rowsIn = (window: VisitWindow, authority: Authority = 'SOCIALTILSYNET'): VisitTable =>
    visitTable([timeline], features, measureContext({ authority }), window);

  it('sets beside each outcome what was known the day before', () => {
    const table = rowsIn(ALL);
    const rows = table.visitKeys.map((key, row) => [
      key,
      table.outcomes[row],
      table.columns.map((column) => column[row]),
    ]);

    expect(rows).toEqual([
      ['2024-01-10', 1, [NaN, 0]],
      // The first visit became known on 2024-02-09: too late for that day's visit, in time for the next day's.
      ['2024-02-09', 0, [NaN, 0]],
      ['2024-02-10', 0, [1, 0]],
      // The order of the very day is part of the outcome, not of the history.
      ['2024-10-01', 1, [0, 0]],
    ]);
  });

  it('keeps to the window, first and last day included', () => {
    const rows = rowsIn({ ...ALL, from: day('2024-02-09'), to: day('2024-02-10') });

    expect(rows.visitKeys).toEqual(['2024-02-09', '2024-02-10']);
  });

  it('leaves out outcomes that nobody knew yet', () => {
    const rows = rowsIn({ ...ALL, outcomeKnownOn: day('2024-10-30') });

    expect(rows.visitKeys).toEqual(['2024-01-10', '2024-02-09', '2024-02-10']);
  });

  it('makes rows of the authority alone', () => {
    expect(rowsIn(ALL, 'STPS')).toMatchObject({ rows: 0, visitKeys: [] });
  });
});
