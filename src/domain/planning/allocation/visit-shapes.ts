import type { CompiledInstance } from './compiled-instance.js';

/** How the slots of a facility may be divided into days of visit. Sets of slots are bit masks over the facility's slots. */
export interface VisitShape {
  readonly slots: number;
  /** The sets that may share a day. */
  readonly sets: Int32Array;
  /** How many slots each set has. */
  readonly sizes: Int32Array;
  /** For each set, the masks that contain it: supersets[supersetsFrom[index] .. supersetsFrom[index + 1]]. */
  readonly supersetsFrom: Int32Array;
  readonly supersets: Int32Array;
}

/** The shape of every facility; facilities that are alike share one. */
export function visitShapes(compiled: CompiledInstance, allowsJoint: boolean): VisitShape[] {
  const known = new Map<string, VisitShape>();
  return compiled.instance.facilities.map((facility, index) => {
    const parts = [...compiled.slotPart.subarray(compiled.firstSlot[index], compiled.firstSlot[index + 1])];
    const together = pinnedTogether(compiled, index);
    const most = allowsJoint ? facility.maxAuthoritiesPerVisit : 1;
    const key = JSON.stringify([parts, most, together]);
    const shape = known.get(key) ?? shapeOf(parts, most, together);
    known.set(key, shape);
    return shape;
  });
}

/** Masks of two or more slots that are pinned to the same week: they share the day whatever the limits say. */
function pinnedTogether(compiled: CompiledInstance, facility: number): number[] {
  const byWeek = new Map<number, number>();
  compiled.instance.facilities[facility]!.parts.flatMap((part) => part.slots).forEach(
    ({ pinnedWeek }, bit) => {
      if (pinnedWeek !== null) byWeek.set(pinnedWeek, (byWeek.get(pinnedWeek) ?? 0) | (1 << bit));
    },
  );
  return [...byWeek.values()].filter((mask) => bitCount(mask) > 1);
}

function shapeOf(parts: readonly number[], most: number, together: readonly number[]): VisitShape {
  const sets: number[] = [];
  for (let mask = 1; mask < 1 << parts.length; mask += 1) {
    const members = parts.filter((_, bit) => mask & (1 << bit));
    const isOnePerPart = new Set(members).size === members.length;
    if (isOnePerPart && (members.length <= most || together.includes(mask))) sets.push(mask);
  }
  const supersetsFrom = [0];
  const supersets: number[] = [];
  for (const set of sets) {
    for (let mask = set; mask < 1 << parts.length; mask += 1) if ((mask & set) === set) supersets.push(mask);
    supersetsFrom.push(supersets.length);
  }
  return {
    slots: parts.length,
    sets: Int32Array.from(sets),
    sizes: Int32Array.from(sets, bitCount),
    supersetsFrom: Int32Array.from(supersetsFrom),
    supersets: Int32Array.from(supersets),
  };
}

/** How many slots a mask holds. */
export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count += 1;
  return count;
}
