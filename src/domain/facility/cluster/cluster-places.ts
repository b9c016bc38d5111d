import type { ComparableRecord } from '../match/comparable-record.js';
import { FIRST_OTHER_LEVEL, LEVELS, WITHIN_STPS } from '../weigh/levels.js';
import type { WeighedPairs } from '../weigh/weighed-pairs.js';
import { concludePairs } from './conclude-pairs.js';
import { possibleCoverage } from './cover-places.js';
import { CoveredPlaces } from './covered-places.js';
import { GrowingPlaces, type GrowingPlace } from './growing-places.js';
import { HiddenTwins } from './hidden-twins.js';
import { joinSpots, standElsewhere } from './join-spots.js';
import type { PeopleSay } from './people-say.js';
import { settleUnplaced, type Proposal } from './settle-unplaced.js';

/** The places as sets of indices, and what was made of every candidate pair. */
export interface Clustering {
  readonly places: GrowingPlaces;
  /** P-units that cover a place without standing there, by number of the place. */
  readonly covering: ReadonlyMap<number, readonly number[]>;
  /** By row of the comparison table: that both belong to one place, after all that is known. */
  readonly probability: Float64Array;
  /** Rows of the table whose records share a place. */
  readonly isLinked: Uint8Array;
}

/**
 * Groups records into physical places. Every record is in at least one; a P-unit may be in several. `records` in
 * ascending order of source key. Pairs whose untempered probability is `upper` or more are linked.
 */
export function clusterPlaces(
  records: readonly ComparableRecord[],
  pairs: WeighedPairs,
  people: PeopleSay,
  upper: number,
): Clustering {
  const places = new GrowingPlaces(records);
  const covered = new CoveredPlaces(places);
  for (const [left, right] of people.together) joinAsToldBy(people, places, records, left, right, covered);
  joinSorUnits(places, records, pairs, people);
  joinSpots(places, records, pairs, people, upper);
  const probability = pairs.probability.slice();
  const twins = new HiddenTwins(records, pairs);
  const settle = (proposal: Proposal): void => tell(proposal, places, pairs, probability);
  const cover = (isAsked: (place: GrowingPlace) => boolean): void => {
    for (const { place, unit, probability: share } of possibleCoverage(
      places,
      records,
      pairs,
      people,
      isAsked,
    )) {
      const { members } = places.at(place);
      if (share >= upper) covered.cover(members[0]!, unit);
      tellPairs(members, unit, share, pairs, probability);
    }
  };
  settleUnplaced(places, records, pairs, people, covered, twins, upper, settle, isHidden);
  cover(isHidden);
  const open = settleUnplaced(places, records, pairs, people, covered, twins, upper, settle);
  // Of two open proposals about the same places the more probable one is told last, and stays.
  open.toReversed().forEach(settle);
  cover((place) => !isHidden(place));
  const isLinked = linkedRows(places, covered, pairs);
  concludePairs(records, pairs, twins, isLinked, probability);
  return { places, covering: covered.byPlace(), probability, isLinked };
}

/** Two locations with one code are one unit of SOR, unless both their addresses and their names differ. */
function joinSorUnits(
  places: GrowingPlaces,
  records: readonly ComparableRecord[],
  { table }: WeighedPairs,
  people: PeopleSay,
): void {
  for (let row = 0; row < table.kind.length; row += 1) {
    if (table.kind[row] !== WITHIN_STPS) continue;
    const [left, right] = [table.left[row]!, table.right[row]!];
    const code = records[left]!.sorCode;
    if (code === null || code !== records[right]!.sorCode) continue;
    const agrees = table.location[row]! < FIRST_OTHER_LEVEL || table.name[row]! <= LAST_NAME_LEVEL;
    const [one, other] = [places.numberOf(left), places.numberOf(right)];
    if (agrees && one !== other && !people.keepsApart(places.at(one), places.at(other)))
      places.join(left, right);
  }
}

const LAST_NAME_LEVEL = LEVELS.NAME.indexOf('PART');

/** An afdeling of a secret address: which P-unit holds it is settled before other registers' records look for it. */
function isHidden({ isAnchored, authorities }: GrowingPlace): boolean {
  return !isAnchored && authorities.has('SOCIALTILSYNET');
}

/** One place holds both, unless one is a P-unit that is known to stand elsewhere: then it covers the other's place. */
function joinAsToldBy(
  people: PeopleSay,
  places: GrowingPlaces,
  records: readonly ComparableRecord[],
  left: number,
  right: number,
  covered: CoveredPlaces,
): void {
  const [a, b] = [records[left]!, records[right]!];
  const isUnit = a.authority === 'ARBEJDSTILSYNET';
  if (isUnit !== (b.authority === 'ARBEJDSTILSYNET') && standElsewhere(a, b)) {
    covered.cover(isUnit ? right : left, isUnit ? left : right);
    return;
  }
  const [one, other] = [places.numberOf(left), places.numberOf(right)];
  if (one !== other && !people.keepsApart(places.at(one), places.at(other))) places.join(left, right);
}

/** Writes the probability of a proposal to all pairs between the two places. */
function tell(
  { from, to, probability: share }: Proposal,
  places: GrowingPlaces,
  pairs: WeighedPairs,
  probability: Float64Array,
): void {
  const there = places.at(to).members;
  for (const member of places.at(from).members) {
    for (const other of there) tellPairs([other], member, share, pairs, probability);
  }
}

function tellPairs(
  members: readonly number[],
  record: number,
  share: number,
  { table, rowsOf }: WeighedPairs,
  probability: Float64Array,
): void {
  for (let at = rowsOf.starts[record]!; at < rowsOf.starts[record + 1]!; at += 1) {
    const row = rowsOf.rows[at]!;
    const other = table.left[row] === record ? table.right[row]! : table.left[row]!;
    if (members.includes(other)) probability[row] = share;
  }
}

function linkedRows(places: GrowingPlaces, covered: CoveredPlaces, { table }: WeighedPairs): Uint8Array {
  const isLinked = new Uint8Array(table.left.length);
  for (let row = 0; row < isLinked.length; row += 1) {
    const [left, right] = [table.left[row]!, table.right[row]!];
    const [a, b] = [places.numberOf(left), places.numberOf(right)];
    const isCovered = covered.isCovered(a, right) || covered.isCovered(b, left);
    if (a === b || isCovered) isLinked[row] = 1;
  }
  return isLinked;
}
