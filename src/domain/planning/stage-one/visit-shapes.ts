import { bitCount } from './year-problem.js';

/** How the slots of a facility may be divided into days of visit. Sets of slots are bit masks over the facility's slots. */
export interface VisitShape {
  readonly slots: number;
  /** The part of each slot. */
  readonly parts: readonly number[];
  /** The sets that may share a day. */
  readonly sets: Int32Array;
  /** How many slots each set has. */
  readonly sizes: Int32Array;
  /** Greatest size that occurs. */
  readonly most: number;
  /** For each mask, the sets within it that hold its lowest slot: setsWithin[withinFrom[mask] .. withinFrom[mask + 1]]. */
  readonly withinFrom: Int32Array;
  readonly setsWithin: Int32Array;
}

/**
 * `parts` names the part of each slot; a day holds each part once and at most `most` of them. `together` are masks that
 * share a day whatever `most` says, because a person pinned them to one week.
 */
export function visitShape(
  parts: readonly number[],
  most: number,
  together: readonly number[] = [],
): VisitShape {
  const sets: number[] = [];
  for (let mask = 1; mask < 1 << parts.length; mask += 1) {
    const members = parts.filter((_, bit) => mask & (1 << bit));
    const isOnePerPart = new Set(members).size === members.length;
    if (isOnePerPart && (members.length <= most || together.includes(mask))) sets.push(mask);
  }
  const withinFrom = [0];
  const setsWithin: number[] = [];
  for (let mask = 0; mask < 1 << parts.length; mask += 1) {
    const lowest = mask & -mask;
    sets.forEach((set, index) => {
      if ((set & mask) === set && set & lowest) setsWithin.push(index);
    });
    withinFrom.push(setsWithin.length);
  }
  return {
    slots: parts.length,
    parts,
    sets: Int32Array.from(sets),
    sizes: Int32Array.from(sets, bitCount),
    most: sets.reduce((greatest, set) => Math.max(greatest, bitCount(set)), 1),
    withinFrom: Int32Array.from(withinFrom),
    setsWithin: Int32Array.from(setsWithin),
  };
}

/** Shapes by what makes them; facilities that are alike share one. */
export class ShapeRegister {
  readonly shapes: VisitShape[] = [];
  private readonly known = new Map<string, number>();

  indexOf(parts: readonly number[], most: number, together: readonly number[] = []): number {
    const key = `${parts.join()}|${most}|${together.join()}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.shapes.push(visitShape(parts, most, together)) - 1;
      this.known.set(key, index);
    }
    return index;
  }
}
