import { decayWeight } from './decay.js';
import type { RiskFeature } from './risk-feature.js';

/** Share of the applicable STPS checkpoints (maalepunkter) that were not met; recent visits weigh more. */
export const checkpointsFailedShare: RiskFeature = {
  key: 'CHECKPOINTS_FAILED_SHARE',
  label: { da: 'Andel målepunkter der ikke er opfyldt', en: 'Share of checkpoints not met' },
  sourceAuthority: 'STPS',
  secrecyClass: 'SHARED',
  expectedDirection: 1,
  isActionable: true,
  unit: 'SHARE',
  scale: 'LINEAR',
  measure(known) {
    let failed = 0;
    let assessed = 0;
    for (const visit of known.visits.STPS) {
      if (visit.checkpointsFailed === null || visit.checkpointsAssessed === null) continue;
      const weight = decayWeight(visit.occurredOn, known.asOf);
      failed += weight * visit.checkpointsFailed;
      assessed += weight * visit.checkpointsAssessed;
    }
    return assessed === 0 ? null : failed / assessed;
  },
};
