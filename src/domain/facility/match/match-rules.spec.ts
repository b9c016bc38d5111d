import fc from 'fast-check';
import type { Comparison } from '../compare/compare-records.js';
import { NAME_LEVELS } from '../compare/compare-name.js';
import { decide, MATCH_RULES } from './match-rules.js';

const NOTHING_KNOWN: Comparison = {
  address: 'UNKNOWN',
  isCrowdedAddress: false,
  name: 'UNKNOWN',
  pNumber: 'UNKNOWN',
  cvrNumber: 'UNKNOWN',
  sorCode: 'UNKNOWN',
  locality: 'UNKNOWN',
};

const identifier = fc.constantFrom('SAME' as const, 'UNKNOWN' as const, 'DIFFERENT' as const);
const addresses = ['SAME', 'NEAR', 'LIKELY', 'SAME_NUMBER', 'SAME_STREET', 'SAME_HOUSE', 'UNKNOWN', 'NEITHER', 'DIFFERENT'] as const; // prettier-ignore
const comparison = fc.record({
  address: fc.constantFrom(...addresses),
  isCrowdedAddress: fc.boolean(),
  name: fc.constantFrom(...NAME_LEVELS),
  pNumber: identifier,
  cvrNumber: identifier,
  sorCode: identifier,
  locality: fc.constantFrom('SAME_POSTAL_CODE', 'SAME_MUNICIPALITY', 'UNKNOWN', 'DIFFERENT'),
}) as fc.Arbitrary<Comparison>;

describe(decide.name, () => {
  it.each([
    [{ pNumber: 'SAME', address: 'NEAR' }, 'P_NUMBER_AND_ADDRESS'],
    [{ pNumber: 'SAME', name: 'NEAR', address: 'SAME_HOUSE' }, 'P_NUMBER_NAME_AND_HOUSE_NUMBER'],
    [{ pNumber: 'SAME', name: 'SAME', address: 'NEITHER' }, 'P_NUMBER_AND_NO_ADDRESS'],
    [{ sorCode: 'SAME', name: 'SAME' }, 'SOR_CODE'],
    [{ address: 'SAME', name: 'SAME_CORE', pNumber: 'DIFFERENT' }, 'ADDRESS_AND_NAME'],
    [{ address: 'SAME', cvrNumber: 'SAME', name: 'DIFFERENT' }, 'ADDRESS_AND_OPERATOR'],
    [{ address: 'NEAR', name: 'SAME' }, 'MISTYPED_ADDRESS_AND_NAME'],
    [{ address: 'LIKELY', name: 'SAME', cvrNumber: 'SAME' }, 'MISTYPED_ADDRESS_AND_NAME'],
    [{ address: 'NEAR', name: 'OPERATOR' }, 'MISTYPED_ADDRESS_AND_OPERATOR'],
    [{ address: 'SAME', name: 'DIFFERENT', cvrNumber: 'DIFFERENT' }, 'ADDRESS_ALONE'],
    [{ pNumber: 'SAME', name: 'SAME', locality: 'SAME_POSTAL_CODE' }, 'P_NUMBER_NAME_AND_POSTAL_CODE'],
    [{ address: 'SAME_STREET', name: 'SAME', locality: 'SAME_MUNICIPALITY' }, 'STREET_AND_NAME'],
    [{ address: 'SAME_STREET', cvrNumber: 'SAME', locality: 'SAME_MUNICIPALITY' }, 'STREET_AND_OPERATOR'],
    [{ address: 'SAME', name: 'SAME', isCrowdedAddress: true }, 'CROWDED_ADDRESS_AND_NAME'],
    [{ pNumber: 'SAME', name: 'SAME', address: 'DIFFERENT' }, 'P_NUMBER_AND_NAME'],
    [{ pNumber: 'SAME', name: 'OPERATOR', address: 'DIFFERENT' }, 'P_NUMBER_AND_OPERATOR'],
    [{ pNumber: 'SAME', name: 'DIFFERENT', locality: 'SAME_MUNICIPALITY' }, 'P_NUMBER_AND_NEIGHBOURHOOD'],
    [{ name: 'SAME', cvrNumber: 'SAME', locality: 'SAME_POSTAL_CODE' }, 'NAME_OPERATOR_AND_POSTAL_CODE'],
    [{ name: 'SAME', cvrNumber: 'SAME', locality: 'SAME_MUNICIPALITY' }, 'NAME_OPERATOR_AND_MUNICIPALITY'],
  ] as const)('decides %j by %s', (said, rule) => {
    expect(decide({ ...NOTHING_KNOWN, ...said })?.name).toBe(rule);
  });

  it.each([
    [{ cvrNumber: 'SAME' }, 'the operator alone'],
    [{ cvrNumber: 'SAME', locality: 'SAME_POSTAL_CODE' }, 'an operator in a town'],
    [{ name: 'SAME', locality: 'SAME_POSTAL_CODE' }, 'a name in a town'],
    [{ name: 'SAME', cvrNumber: 'SAME', locality: 'DIFFERENT' }, 'a name of one operator in two towns'],
    [{ pNumber: 'SAME' }, 'a P-number alone'],
    [{ pNumber: 'SAME', name: 'DIFFERENT', address: 'DIFFERENT', locality: 'SAME_POSTAL_CODE' }, 'a P-number that name and address contradict'], // prettier-ignore
    [{ address: 'SAME', pNumber: 'DIFFERENT', cvrNumber: 'SAME' }, 'an address that P-numbers contradict'],
    [{ address: 'SAME', cvrNumber: 'SAME', isCrowdedAddress: true }, "the parent's address"],
    [{ address: 'LIKELY', name: 'SAME' }, 'a name in a street that is spelt quite otherwise'],
    [{ name: 'SAME', cvrNumber: 'SAME', address: 'DIFFERENT', locality: 'SAME_MUNICIPALITY' }, 'a name at another address'], // prettier-ignore
  ] as const)('does not decide by %j: %s', (said, _reason) => {
    expect(decide({ ...NOTHING_KNOWN, ...said })).toBeUndefined();
  });

  it('never links where nothing but the CVR number and the locality agree', () => {
    const operatorOnly = comparison.map((each): Comparison => ({
      ...each,
      address: 'DIFFERENT',
      name: 'DIFFERENT',
      pNumber: each.pNumber === 'SAME' ? 'UNKNOWN' : each.pNumber,
      sorCode: each.sorCode === 'SAME' ? 'UNKNOWN' : each.sorCode,
      cvrNumber: 'SAME',
    }));

    fc.assert(fc.property(operatorOnly, (each) => expect(decide(each)).toBeUndefined()));
  });

  it('never loses a link when the CVR number agrees as well', () => {
    fc.assert(
      fc.property(comparison, (each) => {
        const decided = decide({ ...each, cvrNumber: 'DIFFERENT' });

        if (decided) expect(decide({ ...each, cvrNumber: 'SAME' })).toBeDefined();
      }),
    );
  });

  it('has a name, a sentence and a confidence of its own kind for every rule', () => {
    expect(new Set(MATCH_RULES.map(({ name }) => name)).size).toBe(MATCH_RULES.length);
    for (const { says, confidence } of MATCH_RULES) {
      expect(says).toMatch(/^Both .*\.$/);
      expect(confidence).toBeGreaterThan(0.85);
      expect(confidence).toBeLessThan(1);
    }
  });
});
