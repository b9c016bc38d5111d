import type { ComparableRecord } from '../match/comparable-record.js';
import type { ComparisonTable } from './comparison-table.js';
import { CROSS_KINDS, PAIR_KINDS, pairKind, WITHIN_STPS } from './levels.js';
import { emptyShares, shareOut } from './level-shares.js';
import { nameModel, type KindParameters, type LevelShares, type MatchModel } from './match-model.js';
import { PRIOR_M, PRIOR_U } from './prior-shares.js';
import { numberSpots, Rivals } from './rivals.js';
import { randomShares } from './random-shares.js';
import { weighPairs } from './weigh-pairs.js';

const MOST_ROUNDS = 30;
/** The shares of matches have settled when none changes by more than this part of itself. */
const SMALLEST_CHANGE = 1e-5;
/** How many pairs the assumptions count for: few against the m that is learned, more against rare coincidences. */
const PRIOR_MATCHES = 20;
const PRIOR_COINCIDENCES = 1e6;
/** Before anything was seen: as in a country of this many places, where one in 25 units has a housemate. */
const LIKELY_PLACES = 3_000;
const LIKELY_HOUSEMATES = 0.04;

/** What the estimation begins with: a function of the records alone, before any pair was weighed. */
export interface ModelDraft {
  /** By PAIR_KINDS: how many pairs there are, candidates or not. */
  readonly sizes: readonly number[];
  readonly randomU: readonly LevelShares[];
  readonly kinds: readonly KindParameters[];
}

export function draftModel(records: readonly ComparableRecord[]): ModelDraft {
  const sizes = pairsOfKinds(records);
  const randomU = PAIR_KINDS.map((_, kind) => randomShares(records, kind));
  return { sizes, randomU, kinds: sizes.map((pairs, kind) => firstGuess(kind, pairs, randomU[kind]!)) };
}

/**
 * Estimates for each pair of registers how often the levels of agreement occur among pairs of one place (m) and among
 * others (u): u from pairs taken at random and, for coincidences too rare for that, from their parts; m and the shares
 * of the classes by expectation-maximisation over the candidates (I. Fellegi and A. Sunter, 1969; W. Winkler, 1988),
 * with the odds of rivals in the denominator. The classes cannot change places: both start from stated assumptions that
 * stay in as a few counted pairs, and u is not free. The result depends on the records alone.
 */
export function estimateModel(
  records: readonly ComparableRecord[],
  table: ComparisonTable,
  { sizes, randomU, kinds: firstKinds }: ModelDraft,
): MatchModel {
  let kinds = firstKinds;
  const rivals = new Rivals(records, table, numberSpots(records));
  const rows = table.left.length;
  const [all, rival] = [new Float64Array(rows), new Float64Array(rows)];
  const odds = { unit: new Float64Array(rows), housemate: new Float64Array(rows) };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    weighPairs(table, kinds, odds);
    for (let row = 0; row < rows; row += 1) all[row] = odds.unit[row]! + odds.housemate[row]!;
    rivals.of(all, rival);
    const counts = PAIR_KINDS.map(() => new Counts());
    for (let row = 0; row < rows; row += 1) {
      const total = 1 + all[row]! + rival[row]!;
      counts[table.kind[row]!]!.add(table, row, odds.unit[row]! / total, odds.housemate[row]! / total);
    }
    const next = counts.map((count, kind) => count.parameters(kind, sizes[kind]!, randomU[kind]!));
    const change = Math.max(
      ...next.map(({ unit }, kind) => Math.abs(unit - kinds[kind]!.unit) / (unit || 1)),
    );
    kinds = next;
    if (change < SMALLEST_CHANGE) break;
  }
  return nameModel(kinds);
}

/** Where the estimation begins: half of the records of a register of the same size have a partner. */
function firstGuess(kind: number, pairs: number, u: LevelShares): KindParameters {
  return new Counts(Math.sqrt(pairs) / 2).parameters(kind, pairs, u);
}

/** What one round of expectation counted for one kind of pair. */
class Counts {
  private housemates: number;
  private readonly m = emptyShares();
  /** Pairs with one P-number that are in neither class: all of them are candidates. */
  private pNumberCoincidences = 0;

  constructor(private units = 0) {
    this.housemates = units * LIKELY_HOUSEMATES;
  }

  add(table: ComparisonTable, row: number, unit: number, housemate: number): void {
    this.units += unit;
    this.housemates += housemate;
    const location = table.location[row]!;
    this.m.LOCATION[location]! += unit + housemate;
    this.m.NAME[table.name[row]!]! += unit;
    this.m.OPERATOR[table.operator[row]!]! += unit;
    this.m.P_NUMBER[table.pNumber[row]!]! += unit;
    if (table.pNumber[row] === 0) this.pNumberCoincidences += 1 - unit - housemate;
  }

  parameters(kind: number, pairs: number, randomU: LevelShares): KindParameters {
    const share = (count: number, assumed: number): number => (count + assumed) / (pairs + LIKELY_PLACES);
    return {
      unit: kind < CROSS_KINDS ? share(this.units, 1) : 0,
      housemate: kind === WITHIN_STPS ? 0 : share(this.housemates, LIKELY_HOUSEMATES),
      m: shareOut((field, level) => this.m[field][level]! + PRIOR_MATCHES * PRIOR_M[field][level]!),
      u: shareOut((field, level) => {
        if (field !== 'P_NUMBER' || level !== 0) return randomU[field][level]!;
        const assumed = PRIOR_COINCIDENCES * PRIOR_U.P_NUMBER[0]!;
        return (this.pNumberCoincidences + assumed) / (pairs + PRIOR_COINCIDENCES);
      }),
    };
  }
}

/** How many pairs there are of each kind, candidates or not. */
function pairsOfKinds(records: readonly ComparableRecord[]): number[] {
  const counts = Map.groupBy(records, ({ authority }) => authority);
  const pairs = PAIR_KINDS.map(() => 0);
  for (const [first, { length: a }] of counts) {
    for (const [second, { length: b }] of counts) {
      if (first < second) pairs[pairKind(first, second)] = a * b;
      if (first === second) pairs[pairKind(first, second)] = (a * (a - 1)) / 2;
    }
  }
  return pairs;
}
