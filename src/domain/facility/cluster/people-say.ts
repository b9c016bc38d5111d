import type { ComparableRecord } from '../match/comparable-record.js';
import type { MatchDecision } from '../match/match-decision.js';
import type { GrowingPlace } from './growing-places.js';

/** What people decided, as pairs of indices into the records; the latest decision on a pair holds. */
export class PeopleSay {
  /** Pairs that belong to one place, left < right, in the order in which they were decided. */
  readonly together: readonly (readonly [left: number, right: number])[];
  private readonly pairsTogether: ReadonlySet<string>;
  private readonly apart = new Map<number, Set<number>>();

  constructor(records: readonly ComparableRecord[], decisions: readonly MatchDecision[]) {
    const indexOf = new Map(
      decisions.length === 0 ? [] : records.map(({ sourceKey }, index) => [sourceKey, index]),
    );
    const latest = new Map<string, { left: number; right: number; isTogether: boolean }>();
    const ordered = [...decisions].sort((a, b) => compare(a.decidedAt, b.decidedAt) || compare(a.id, b.id));
    for (const { kind, leftKeys, rightKeys } of ordered) {
      for (const one of leftKeys) {
        for (const other of rightKeys) {
          const [a, b] = [indexOf.get(one), indexOf.get(other)];
          if (a === undefined || b === undefined) continue;
          const [left, right] = [Math.min(a, b), Math.max(a, b)];
          latest.delete(`${left} ${right}`);
          latest.set(`${left} ${right}`, { left, right, isTogether: kind === 'MERGE' });
        }
      }
    }
    this.together = [...latest.values()].flatMap(({ left, right, isTogether }) =>
      isTogether ? [[left, right] as const] : [],
    );
    this.pairsTogether = new Set(this.together.map(([left, right]) => `${left} ${right}`));
    for (const { left, right, isTogether } of latest.values()) {
      if (isTogether) continue;
      this.keepApart(left, right);
      this.keepApart(right, left);
    }
  }

  areTogether(one: number, other: number): boolean {
    if (this.pairsTogether.size === 0) return false;
    return this.pairsTogether.has(`${Math.min(one, other)} ${Math.max(one, other)}`);
  }

  areApart(left: number, right: number): boolean {
    return this.apart.get(left)?.has(right) ?? false;
  }

  /** True where a record of the one may not be at a place with a record of the other. */
  keepsApart(left: GrowingPlace, right: GrowingPlace): boolean {
    if (this.apart.size === 0) return false;
    return left.members.some((a) => {
      const others = this.apart.get(a);
      return others !== undefined && right.members.some((b) => others.has(b));
    });
  }

  private keepApart(one: number, other: number): void {
    const others = this.apart.get(one);
    if (others) others.add(other);
    else this.apart.set(one, new Set([other]));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
