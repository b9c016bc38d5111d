import type { RiskFeature } from './risk-feature.js';

const FACT: Pick<RiskFeature, 'sourceAuthority' | 'secrecyClass' | 'expectedDirection' | 'isActionable'> = {
  sourceAuthority: null,
  secrecyClass: 'SHARED',
  expectedDirection: 0,
  isActionable: false,
};

/** A number known when the visit was planned, e.g. how many live there. */
export function numberFact(name: string): RiskFeature {
  return {
    ...FACT,
    key: `FACT ${name}`,
    label: { da: name, en: name },
    unit: 'AMOUNT',
    scale: 'LINEAR',
    measure({ planningFacts }) {
      const value = planningFacts[name];
      return typeof value === 'number' ? value : null;
    },
  };
}

/** 1 where the place or visit is of this kind; a kind that is not known is a kind of its own, ''. */
export function kindFact(name: string, kind: string): RiskFeature {
  const words = kind === '' ? { da: 'ikke kendt', en: 'not known' } : { da: kind, en: kind };
  return {
    ...FACT,
    key: `FACT ${name}=${kind}`,
    label: { da: `${name}: ${words.da}`, en: `${name}: ${words.en}` },
    unit: 'YES_NO',
    scale: 'LINEAR',
    measure: ({ planningFacts }) => (String(planningFacts[name] ?? '') === kind ? 1 : 0),
  };
}

/** Share of serious visits lately among places of the same kind: by one fact, or by several together. */
export function peerShareFact(names: readonly string[]): RiskFeature {
  const key = `PEERS ${names.join(' x ')}`;
  const peerGroup: RiskFeature['peerGroup'] = ({ planningFacts }) =>
    JSON.stringify(names.map((name) => planningFacts[name] ?? ''));
  return {
    ...FACT,
    key,
    label: {
      da: `Andel alvorlige besøg på steder med samme ${names.join(', ')}`,
      en: `Share of serious visits at places of the same ${names.join(', ')}`,
    },
    expectedDirection: 1,
    unit: 'SHARE',
    scale: 'LINEAR',
    peerGroup,
    measure: (known, { peers }) => peers.share(key, peerGroup(known) ?? '', known.asOf),
  };
}
