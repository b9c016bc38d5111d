import { AUTHORITIES } from '../../shared/authority.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import { shareWithoutPartner, type WeighedPairs } from '../weigh/weighed-pairs.js';
import { haveOtherPNumbers, type GrowingPlace, type GrowingPlaces } from './growing-places.js';
import type { CoveredPlaces } from './covered-places.js';
import type { HiddenTwins } from './hidden-twins.js';
import type { PeopleSay } from './people-say.js';

/** That a place without an address of its own is one with another place. */
export interface Proposal {
  readonly from: number;
  readonly to: number;
  /** With all other places counted at which it could be, and all others that could be there. */
  readonly probability: number;
}

/** How many times less likely it is that a register has a second unit at a place, or that P-numbers are wrong. */
const SECOND_UNIT = 0.02;
const OTHER_P_NUMBER = 0.005;

/**
 * Finds the place of the records that have no address of their own (secret, or perhaps the parent's), by what else they
 * have in common with a place. Each can be at one place alone, so the possible places share its probability; what is
 * surest settles first, and leaves fewer possibilities for the rest. Answers the proposals that stay open.
 */
export function settleUnplaced(
  places: GrowingPlaces,
  records: readonly ComparableRecord[],
  pairs: WeighedPairs,
  people: PeopleSay,
  covered: CoveredPlaces,
  twins: HiddenTwins,
  upper: number,
  onSettled: (proposal: Proposal) => void,
  isAsked: (place: GrowingPlace) => boolean = () => true,
): Proposal[] {
  const missing = sharesWithoutPartner(records, pairs);
  for (;;) {
    const proposals = proposalsOf(places, pairs, people, covered, twins, missing, isAsked);
    const touched = new Set<number>();
    for (const proposal of proposals) {
      if (proposal.probability < upper) break;
      if (touched.has(proposal.from) || touched.has(proposal.to)) continue;
      touched.add(proposal.from).add(proposal.to);
      onSettled(proposal);
      places.join(proposal.from, proposal.to);
    }
    if (touched.size === 0) return proposals;
  }
}

type Missing = Readonly<Record<ComparableRecord['authority'], number>>;

function sharesWithoutPartner(records: readonly ComparableRecord[], pairs: WeighedPairs): Missing {
  const counts = Object.fromEntries(AUTHORITIES.map((authority) => [authority, 0]));
  for (const { authority } of records) counts[authority]! += 1;
  return Object.fromEntries(
    AUTHORITIES.map((authority) => [authority, shareWithoutPartner(pairs, counts[authority]!, authority)]),
  ) as Missing;
}

/** All proposals, the most probable first. Numbers of places are the first of their records. */
function proposalsOf(
  places: GrowingPlaces,
  pairs: WeighedPairs,
  people: PeopleSay,
  covered: CoveredPlaces,
  twins: HiddenTwins,
  missing: Missing,
  isAsked: (place: GrowingPlace) => boolean,
): Proposal[] {
  const options = new Map<number, Map<number, number>>();
  const none = new Map<number, number>();
  for (const [number, place] of places.all()) {
    if (place.isAnchored || !isAsked(place)) continue;
    const found = optionsOf(places, number, place, pairs, people, covered);
    if (found.size === 0) continue;
    options.set(number, found);
    none.set(number, Math.min(...[...place.authorities.keys()].map((authority) => missing[authority])));
  }
  const shares = new Map<number, Map<number, number>>();
  for (const [from, found] of options) {
    const total = none.get(from)! + [...found.values()].reduce((sum, odds) => sum + odds, 0);
    for (const [to, odds] of found) {
      const claims = shares.get(to) ?? new Map<number, number>();
      // Where this option and another may be one place, the other's odds speak for it as well.
      const own = odds + twins.share * oddsOfTwins(places, to, found, twins);
      claims.set(from, own / (total - own));
      shares.set(to, claims);
    }
  }
  const proposals: Proposal[] = [];
  for (const [to, claims] of shares) {
    for (const [from, odds] of claims) {
      // What could be anywhere stands once in the list: where both are unplaced, the surer claim.
      const rivals = rivalClaims(places, from, to, claims);
      proposals.push({ from, to, probability: odds / (1 + odds + rivals) });
    }
  }
  return proposals.sort((a, b) => b.probability - a.probability || a.from - b.from || a.to - b.to);
}

/** The odds of those options that may be one place with this one. */
function oddsOfTwins(
  places: GrowingPlaces,
  to: number,
  options: ReadonlyMap<number, number>,
  twins: HiddenTwins,
): number {
  const others = new Set(
    places.at(to).members.flatMap((member) => twins.of(member).map((twin) => places.numberOf(twin))),
  );
  let odds = 0;
  for (const other of others) if (other !== to) odds += options.get(other) ?? 0;
  return odds;
}

/** The odds of the others of one register that lay claim to the same place. */
function rivalClaims(
  places: GrowingPlaces,
  from: number,
  to: number,
  claims: ReadonlyMap<number, number>,
): number {
  const mine = places.at(from).authorities;
  let rivals = 0;
  for (const [other, odds] of claims) {
    if (other === from || other === to) continue;
    if ([...places.at(other).authorities.keys()].some((authority) => mine.has(authority))) rivals += odds;
  }
  return rivals;
}

/** The places that share a candidate pair with this one, each with the odds of the best of these pairs. */
function optionsOf(
  places: GrowingPlaces,
  number: number,
  place: GrowingPlace,
  { table, odds, rowsOf }: WeighedPairs,
  people: PeopleSay,
  covered: CoveredPlaces,
): Map<number, number> {
  const best = new Map<number, number>();
  for (const member of place.members) {
    for (let at = rowsOf.starts[member]!; at < rowsOf.starts[member + 1]!; at += 1) {
      const row = rowsOf.rows[at]!;
      const record = table.left[row] === member ? table.right[row]! : table.left[row]!;
      const own = places.numberOf(record);
      // A unit that only covers speaks for each of the places that it covers.
      const there = covered.isOnlyCovering(own) ? covered.placesOf(record) : [own];
      for (const other of there) {
        if (other !== number) best.set(other, Math.max(best.get(other) ?? 0, odds[row]!));
      }
    }
  }
  for (const [other, own] of best) {
    const there = places.at(other);
    const isSecond = [...place.authorities.keys()].some((authority) => there.authorities.has(authority));
    const factor = (isSecond ? SECOND_UNIT : 1) * (haveOtherPNumbers(place, there) ? OTHER_P_NUMBER : 1);
    if (people.keepsApart(place, there) || own * factor < NEGLIGIBLE) best.delete(other);
    else best.set(other, own * factor);
  }
  return best;
}

const NEGLIGIBLE = 1e-6;
