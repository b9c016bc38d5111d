import type { RiskFeature } from './risk-feature.js';

/**
 * Orders (paabud) that are still to be complied with. Where a register never reports compliance, an order counts until
 * its deadline: what became of it later is not known.
 */
export const openOrders: RiskFeature = {
  key: 'OPEN_ORDERS',
  label: { da: 'Åbne påbud', en: 'Open orders' },
  sourceAuthority: null,
  secrecyClass: 'SHARED',
  expectedDirection: 1,
  isActionable: true,
  unit: 'COUNT',
  scale: 'LOG',
  measure: (known) =>
    known.orders.filter((order) =>
      order.complianceIsReported
        ? order.compliedOn === null
        : order.dueOn !== null && order.dueOn >= known.asOf,
    ).length,
};
