import type { RiskFeature } from './risk-feature.js';

/** Open orders past their deadline, where the register reports compliance. */
export const overdueOrders: RiskFeature = {
  key: 'OVERDUE_ORDERS',
  label: { da: 'Påbud med overskredet frist', en: 'Orders past their deadline' },
  sourceAuthority: null,
  secrecyClass: 'SHARED',
  expectedDirection: 1,
  isActionable: true,
  unit: 'COUNT',
  scale: 'LOG',
  measure: (known) =>
    known.orders.filter(
      (order) =>
        order.complianceIsReported &&
        order.compliedOn === null &&
        order.dueOn !== null &&
        order.dueOn < known.asOf,
    ).length,
};
