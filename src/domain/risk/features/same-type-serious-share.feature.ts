import type { RiskFeature } from './risk-feature.js';
import type { KnownHistory } from '../known-history.js';

const KEY = 'SAME_TYPE_SERIOUS_SHARE';
const peerGroup = (known: KnownHistory): string | null => known.facilityType;

/** Share of the scored authority's visits lately at places of the same type that were serious. */
export const sameTypeSeriousShare: RiskFeature = {
  key: KEY,
  label: {
    da: 'Andel alvorlige besøg på steder af samme type',
    en: 'Share of serious visits at places of the same type',
  },
  sourceAuthority: null,
  secrecyClass: 'SHARED',
  expectedDirection: 1,
  isActionable: false,
  unit: 'SHARE',
  scale: 'LINEAR',
  peerGroup,
  measure(known, { peers }) {
    const group = peerGroup(known);
    return group === null ? null : peers.share(KEY, group, known.asOf);
  },
};
