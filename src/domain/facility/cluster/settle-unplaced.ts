import type { GrowingPlace, GrowingPlaces } from './growing-places.js';
import { haveOtherPNumbers } from './growing-places.js';
import type { Link } from './link.js';

/**
 * Finds the place of the records that have no address of their own (secret, or perhaps the parent's), by what else they
 * have in common with a place. Goes from the surest kind of link to the least sure; at each, a record settles only
 * where exactly one place is possible, and each settled record leaves fewer possibilities for the rest.
 */
export function settleUnplaced(places: GrowingPlaces, links: readonly Link[]): void {
  const units = links.filter(({ claim }) => claim === 'UNIT');
  const levels = [...new Set(units.map(({ confidence }) => confidence))].sort((a, b) => b - a);
  for (const level of levels) {
    const usable = units.filter(({ confidence }) => confidence >= level);
    while (settleOnce(places, usable)) continue;
  }
}

interface Proposal {
  readonly from: number;
  readonly to: number;
}

function settleOnce(places: GrowingPlaces, links: readonly Link[]): boolean {
  let isChanged = false;
  for (const proposal of withoutRivals(places, proposalsOf(places, links))) {
    const [from, to] = [places.numberOf(proposal.from), places.numberOf(proposal.to)];
    if (from === to || !canJoin(places.at(from), places.at(to))) continue;
    places.join(from, to);
    isChanged = true;
  }
  return isChanged;
}

/** Where two of one register lay claim to the same place, nothing tells them apart, and neither gets it. */
function withoutRivals(places: GrowingPlaces, proposals: readonly Proposal[]): Proposal[] {
  const claimsOf = ({ from, to }: Proposal): string[] =>
    [...places.at(from).authorities.keys()].map((authority) => `${to} ${authority}`);
  const claims = new Map<string, number>();
  for (const claim of proposals.flatMap(claimsOf)) claims.set(claim, (claims.get(claim) ?? 0) + 1);
  return proposals.filter((proposal) => claimsOf(proposal).every((claim) => claims.get(claim) === 1));
}

function proposalsOf(places: GrowingPlaces, links: readonly Link[]): Proposal[] {
  const options = new Map<number, Set<number>>();
  const add = (from: number, to: number): void => {
    if (from === to || places.at(from).isAnchored || !canJoin(places.at(from), places.at(to))) return;
    options.set(from, (options.get(from) ?? new Set()).add(to));
  };
  for (const { left, right } of links) {
    const [a, b] = [places.numberOf(left), places.numberOf(right)];
    add(a, b);
    add(b, a);
  }
  return [...options]
    .flatMap(([from, to]) => choose(places, from, [...to]))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The one possible anchored place, or else of each register the one possible unplaced record. */
function choose(places: GrowingPlaces, from: number, options: readonly number[]): Proposal[] {
  const anchored = options.filter((to) => places.at(to).isAnchored);
  if (anchored.length > 0) return anchored.length === 1 ? anchored.map((to) => ({ from, to })) : [];
  const groups = Map.groupBy(options, (to) => [...places.at(to).authorities.keys()].sort().join(' '));
  return [...groups.values()].flatMap((group) =>
    group.length === 1 ? group.map((to) => ({ from, to })) : [],
  );
}

/** A register has one unit at a place unless its addresses say otherwise, and P-numbers must not speak against it. */
function canJoin(left: GrowingPlace, right: GrowingPlace): boolean {
  if (haveOtherPNumbers(left, right)) return false;
  return ![...left.authorities.keys()].some((authority) => right.authorities.has(authority));
}
