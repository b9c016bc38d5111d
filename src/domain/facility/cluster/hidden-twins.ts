import type { ComparableRecord } from '../match/comparable-record.js';
import { FIRST_OTHER_LEVEL, LAST_SPOT_LEVEL, LEVELS, WITHIN_SOCIALTILSYNET } from '../weigh/levels.js';
import type { WeighedPairs } from '../weigh/weighed-pairs.js';

const LAST_NAME_LEVEL = LEVELS.NAME.indexOf('NEAR');

/**
 * Afdelinger of one name and P-number that both hide their address: nobody can see whether they are one place. How
 * often they are is learned from those that show theirs.
 */
export class HiddenTwins {
  /** The share of such afdelinger that stand at one spot, 0-1. */
  readonly share: number;
  private readonly twinsOf = new Map<number, number[]>();

  constructor(records: readonly ComparableRecord[], { table }: WeighedPairs) {
    let [together, apart] = [1, 1];
    for (let row = 0; row < table.kind.length; row += 1) {
      if (table.kind[row] !== WITHIN_SOCIALTILSYNET || table.pNumber[row] !== 0) continue;
      if (table.name[row]! > LAST_NAME_LEVEL) continue;
      const location = table.location[row]!;
      if (location <= LAST_SPOT_LEVEL) together += 1;
      else if (location >= FIRST_OTHER_LEVEL) apart += 1;
      else this.add(records, table.left[row]!, table.right[row]!);
    }
    this.share = together / (together + apart);
  }

  of(record: number): readonly number[] {
    return this.twinsOf.get(record) ?? NONE;
  }

  private add(records: readonly ComparableRecord[], left: number, right: number): void {
    if (records[left]!.address || records[right]!.address) return;
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const twins = this.twinsOf.get(one);
      if (twins) twins.push(other);
      else this.twinsOf.set(one, [other]);
    }
  }
}

const NONE: readonly number[] = [];
