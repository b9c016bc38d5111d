import { versionInForce, type ModelDecision } from './version-in-force.js';

const approved = (version: number): ModelDecision => ({ version, decision: 'APPROVED' });
const rolledBack = (version: number): ModelDecision => ({ version, decision: 'ROLLED_BACK' });

describe(versionInForce.name, () => {
  it.each<[string, ModelDecision[], number | undefined]>([
    ['nothing was approved', [], undefined],
    ['one was', [approved(3)], 3],
    ['a later one was', [approved(3), approved(5)], 5],
    ['the later one was rolled back', [approved(3), approved(5), rolledBack(5)], 3],
    ['both were', [approved(3), approved(5), rolledBack(5), rolledBack(3)], undefined],
    ['it was approved again', [approved(3), approved(5), rolledBack(5), approved(5)], 5],
    ['an older one was approved later', [approved(5), approved(3)], 3],
  ])('where %s', (_, decisions, expected) => {
    expect(versionInForce(decisions)).toBe(expected);
  });
});
