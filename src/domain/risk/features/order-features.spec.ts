import { openOrders } from './open-orders.feature.js';
import { overdueOrders } from './overdue-orders.feature.js';
import { facilityHistory, orderHistory } from '../facility-history.factory.js';
import type { OrderHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { measureContext } from '../risk-model.factory.js';
import { day } from '../../shared/day.js';

function openAndOverdue(order: Partial<OrderHistory>): (number | null)[] {
  const history = facilityHistory({ orders: [orderHistory({ issuedOn: day('2025-01-01'), ...order })] });
  const known = knownAsOf(timelineOf(history), day('2025-06-01'));
  const context = measureContext({
    authority: 'STPS',
    seriousBaseRates: { SOCIALTILSYNET: null, ARBEJDSTILSYNET: null, STPS: null },
  });
  return [openOrders.measure(known, context), overdueOrders.measure(known, context)];
}

describe('open and overdue orders', () => {
  it.each<[string, Partial<OrderHistory>, [open: number, overdue: number]]>([
    ['without a deadline', {}, [1, 0]],
    ['due tomorrow', { dueOn: day('2025-06-02') }, [1, 0]],
    ['due today', { dueOn: day('2025-06-01') }, [1, 0]],
    ['due yesterday', { dueOn: day('2025-05-31') }, [1, 1]],
    ['complied with today', { dueOn: day('2025-05-31'), compliedOn: day('2025-06-01') }, [0, 0]],
    ['complied with tomorrow', { dueOn: day('2025-05-31'), compliedOn: day('2025-06-02') }, [1, 1]],
    ['not yet known', { availableOn: day('2025-06-02') }, [0, 0]],
    ['never reported on, deadline ahead', { complianceIsReported: false, dueOn: day('2025-06-01') }, [1, 0]],
    ['never reported on, deadline past', { complianceIsReported: false, dueOn: day('2025-05-31') }, [0, 0]],
    ['never reported on, no deadline', { complianceIsReported: false }, [0, 0]],
  ])('an order %s', (_, order, expected) => {
    expect(openAndOverdue(order)).toEqual(expected);
  });
});
