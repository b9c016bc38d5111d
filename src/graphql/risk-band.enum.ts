import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from './facility.type.js';

export const RISK_BANDS = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'] as const;
export type RiskBandName = (typeof RISK_BANDS)[number];

export const RiskBandEnum = enumOf(RISK_BANDS);
registerEnumType(RiskBandEnum, {
  name: 'RiskBand',
  description: 'A band of the combined points; its meaning is in riskBands.',
});
