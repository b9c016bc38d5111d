import type { Comparison } from '../compare/compare-records.js';

/**
 * What a rule claims of two records. SPOT: they stand at the same spot. UNIT: they are the same unit wherever it
 * stands, which is needed where an address is secret, inherited from a parent or only one of several.
 */
export type Claim = 'SPOT' | 'UNIT';

export interface MatchRule {
  readonly name: string;
  /** The rule in one sentence. */
  readonly says: string;
  readonly claim: Claim;
  /** How sure a link by this rule is, 0-1: an expert's ordering, to be replaced by estimated probabilities. */
  readonly confidence: number;
  readonly holds: (comparison: Comparison) => boolean;
}

/** Two records are never linked on a CVR number alone: it names the operator, who may run hundreds of places. */
export const MATCH_RULES = [
  {
    name: 'P_NUMBER_AND_ADDRESS',
    says: 'Both have the P-number and the address, typing errors aside.',
    claim: 'SPOT',
    confidence: 0.999,
    holds: (c) =>
      c.pNumber === 'SAME' && (isSpot(c) || c.address === 'LIKELY' || c.address === 'SAME_STREET'),
  },
  {
    name: 'P_NUMBER_NAME_AND_HOUSE_NUMBER',
    says: 'Both have the P-number, the name, the postal code and the house number; only the street is spelt otherwise.',
    claim: 'SPOT',
    confidence: 0.998,
    holds: (c) => c.pNumber === 'SAME' && c.address === 'SAME_HOUSE' && isName(c) && !c.isCrowdedAddress,
  },
  {
    name: 'P_NUMBER_AND_NO_ADDRESS',
    says: 'Both have the P-number and the name and neither shows an address; a P-unit has one address by definition.',
    claim: 'SPOT',
    confidence: 0.99,
    holds: (c) => c.pNumber === 'SAME' && c.address === 'NEITHER' && isName(c),
  },
  {
    name: 'SOR_CODE',
    says: 'Both are the same entry in SOR and agree in address or name.',
    claim: 'SPOT',
    confidence: 0.998,
    holds: (c) => c.sorCode === 'SAME' && (isSpot(c) || isName(c)),
  },
  {
    name: 'ADDRESS_AND_NAME',
    says: 'Both have the address and the name.',
    claim: 'SPOT',
    confidence: 0.995,
    holds: (c) => c.address === 'SAME' && isName(c) && !c.isCrowdedAddress,
  },
  {
    name: 'ADDRESS_AND_OPERATOR',
    says: 'Both have the address and the operator.',
    claim: 'SPOT',
    confidence: 0.985,
    holds: (c) => c.address === 'SAME' && c.pNumber !== 'DIFFERENT' && isOperator(c) && !c.isCrowdedAddress,
  },
  {
    name: 'MISTYPED_ADDRESS_AND_NAME',
    says: 'Both have the name and the address but for typing errors, and no P-number speaks against it.',
    claim: 'SPOT',
    confidence: 0.98,
    holds: (c) =>
      isMistyped(c) &&
      isName(c) &&
      c.pNumber !== 'DIFFERENT' &&
      (c.address !== 'LIKELY' || c.cvrNumber === 'SAME'),
  },
  {
    name: 'MISTYPED_ADDRESS_AND_OPERATOR',
    says: 'Both have the operator and the address but for one typing error, and nothing speaks against it.',
    claim: 'SPOT',
    confidence: 0.96,
    holds: (c) =>
      c.address === 'NEAR' && isOperator(c) && c.name !== 'DIFFERENT' && c.pNumber !== 'DIFFERENT',
  },
  {
    name: 'ADDRESS_ALONE',
    says: 'Both have the address, and no P-number speaks against it.',
    claim: 'SPOT',
    confidence: 0.95,
    holds: (c) => c.address === 'SAME' && c.pNumber !== 'DIFFERENT' && !c.isCrowdedAddress,
  },
  {
    name: 'P_NUMBER_NAME_AND_POSTAL_CODE',
    says: 'Both have the P-number, the name and the postal code.',
    claim: 'UNIT',
    confidence: 0.99,
    holds: (c) => c.pNumber === 'SAME' && isName(c) && c.locality === 'SAME_POSTAL_CODE',
  },
  {
    name: 'STREET_AND_NAME',
    says: 'Both have the name, street and house number in one municipality; one hides the postal code.',
    claim: 'UNIT',
    confidence: 0.985,
    holds: (c) => c.address === 'SAME_STREET' && isNear(c) && isName(c) && c.pNumber !== 'DIFFERENT',
  },
  {
    name: 'STREET_AND_OPERATOR',
    says: 'Both have the operator, street and house number in one municipality; one hides the postal code.',
    claim: 'UNIT',
    confidence: 0.975,
    holds: (c) => c.address === 'SAME_STREET' && isNear(c) && isOperator(c) && c.pNumber !== 'DIFFERENT',
  },
  {
    name: 'CROWDED_ADDRESS_AND_NAME',
    says: 'Both have the name and an address that several units of one register have.',
    claim: 'UNIT',
    confidence: 0.983,
    holds: (c) => c.address === 'SAME' && isName(c) && c.pNumber !== 'DIFFERENT',
  },
  {
    name: 'P_NUMBER_AND_NAME',
    says: 'Both have the P-number and the name.',
    claim: 'UNIT',
    confidence: 0.98,
    holds: (c) => c.pNumber === 'SAME' && isName(c),
  },
  {
    name: 'P_NUMBER_AND_OPERATOR',
    says: 'Both have the P-number, and the one is named after the operator of the other.',
    claim: 'UNIT',
    confidence: 0.96,
    holds: (c) => c.pNumber === 'SAME' && c.name === 'OPERATOR',
  },
  {
    name: 'P_NUMBER_AND_NEIGHBOURHOOD',
    says: 'Both have the P-number and lie in one municipality; where both show addresses, no name speaks against it.',
    claim: 'UNIT',
    confidence: 0.95,
    holds: (c) => c.pNumber === 'SAME' && isNear(c) && (c.name !== 'DIFFERENT' || isUnknown(c)),
  },
  {
    name: 'NAME_OPERATOR_AND_POSTAL_CODE',
    says: 'Both have the name, the operator and the postal code.',
    claim: 'UNIT',
    confidence: 0.94,
    holds: (c) =>
      isName(c) && c.cvrNumber === 'SAME' && c.locality === 'SAME_POSTAL_CODE' && c.pNumber !== 'DIFFERENT',
  },
  {
    name: 'NAME_OPERATOR_AND_MUNICIPALITY',
    says: "Both have the name, the operator and the municipality; one hides its address or has its parent's.",
    claim: 'UNIT',
    confidence: 0.89,
    holds: (c) =>
      isName(c) &&
      c.cvrNumber === 'SAME' &&
      isNear(c) &&
      c.pNumber !== 'DIFFERENT' &&
      (isUnknown(c) || c.isCrowdedAddress),
  },
] as const satisfies readonly MatchRule[];

export type RuleName = (typeof MATCH_RULES)[number]['name'];

/** The first rule that holds, or undefined: the decision step. */
export function decide(comparison: Comparison): (typeof MATCH_RULES)[number] | undefined {
  return MATCH_RULES.find((rule) => rule.holds(comparison));
}

function isSpot({ address }: Comparison): boolean {
  return address === 'SAME' || address === 'NEAR' || address === 'SAME_NUMBER';
}

function isUnknown({ address }: Comparison): boolean {
  return address === 'UNKNOWN' || address === 'NEITHER';
}

function isMistyped({ address }: Comparison): boolean {
  return address === 'NEAR' || address === 'LIKELY' || address === 'SAME_NUMBER';
}

function isName({ name }: Comparison): boolean {
  return name === 'SAME' || name === 'SAME_CORE' || name === 'NEAR';
}

function isOperator({ cvrNumber, name }: Comparison): boolean {
  return cvrNumber === 'SAME' || name === 'OPERATOR';
}

function isNear({ locality }: Comparison): boolean {
  return locality === 'SAME_POSTAL_CODE' || locality === 'SAME_MUNICIPALITY';
}
