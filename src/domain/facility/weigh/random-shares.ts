import { seededRandom, type Random } from '../../shared/seeded-random.js';
import { streetErrors } from '../compare/compare-address.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import type { AddressForm } from '../text/normalise-address.js';
import { comparePairs, type ComparedPairs } from './comparison-table.js';
import { emptyShares, shareOut } from './level-shares.js';
import { LEVELS, PAIR_KINDS, type LocationLevel } from './levels.js';
import type { LevelShares } from './match-model.js';
import { PRIOR_U } from './prior-shares.js';

const SEED = 2026;
const RANDOM_PAIRS = 60_000;
/** How many pairs the assumptions count for. */
const PRIOR_RANDOM_PAIRS = 2_000;

/**
 * How often the levels occur in pairs taken at random, of which hardly any are of one place (u). That two whole
 * addresses agree by chance is too rare to be counted, so it is put together from how often their parts do.
 */
export function randomShares(records: readonly ComparableRecord[], kind: number): LevelShares {
  const table = randomPairs(records, kind);
  const counts = emptyShares();
  for (let row = 0; row < table.left.length; row += 1) {
    counts.LOCATION[table.location[row]!]! += 1;
    counts.NAME[table.name[row]!]! += 1;
    counts.OPERATOR[table.operator[row]!]! += 1;
    counts.P_NUMBER[table.pNumber[row]!]! += 1;
  }
  const spots = new AddressChances(records, table);
  const total = table.left.length + PRIOR_RANDOM_PAIRS;
  return shareOut((field, level) => {
    const chance = field === 'LOCATION' ? spots.of(LEVELS.LOCATION[level]!) : undefined;
    if (chance !== undefined) return chance * total;
    return counts[field][level]! + PRIOR_RANDOM_PAIRS * PRIOR_U[field][level]!;
  });
}

function randomPairs(records: readonly ComparableRecord[], kind: number): ComparedPairs {
  const [first = '', second = first] = PAIR_KINDS[kind]!.replace('WITHIN_', '').split('-');
  const [lefts, rights] = [of(records, first), of(records, second)];
  const random = seededRandom(SEED + kind);
  const size =
    lefts.length === 0 || rights.length === 0 ? 0 : Math.min(RANDOM_PAIRS, lefts.length * rights.length);
  const [left, right] = [new Int32Array(size), new Int32Array(size)];
  for (let row = 0; row < size; row += 1) {
    left[row] = draw(lefts, random);
    right[row] = draw(rights, random);
  }
  return comparePairs(records, left, right);
}

function of(records: readonly ComparableRecord[], authority: string): number[] {
  return records.flatMap((record, index) => (record.authority === authority ? [index] : []));
}

function draw(from: readonly number[], random: Random): number {
  return from[Math.floor(random() * from.length)]!;
}

/** A place is its address: another place can have the same one by mistake alone. */
const WRONG_ADDRESS = 0.1;

/** How often the parts of two addresses agree by chance; a few thousand likely pairs are counted beside the given. */
class AddressChances {
  private pairs = PRIOR_RANDOM_PAIRS;
  private postalCodes = PRIOR_RANDOM_PAIRS * 0.003;
  private numbers = PRIOR_RANDOM_PAIRS * 0.01;
  private omittedLetters = PRIOR_RANDOM_PAIRS * 0.003;
  /** By number of typing errors between the streets, 0-2. */
  private readonly streets = [0.004, 0.001, 0.001].map((share) => share * PRIOR_RANDOM_PAIRS);

  constructor(records: readonly ComparableRecord[], { left, right }: ComparedPairs) {
    for (let row = 0; row < left.length; row += 1) {
      const [a, b] = [records[left[row]!]!.address, records[right[row]!]!.address];
      // A record drawn twice agrees with itself, which is no chance.
      if (a && b && left[row] !== right[row]) this.count(a, b);
    }
  }

  of(level: LocationLevel): number | undefined {
    const [errorless, one, two] = this.streets.map((count) => count / this.pairs) as [number, number, number];
    const house = (this.postalCodes / this.pairs) * (this.numbers / this.pairs);
    switch (level) {
      case 'SAME':
        return house * errorless * WRONG_ADDRESS;
      case 'NEAR':
        return house * one;
      case 'LIKELY':
        return house * two;
      case 'SAME_NUMBER':
        return (this.postalCodes / this.pairs) * (this.omittedLetters / this.pairs) * errorless;
      case 'SAME_STREET':
        return (this.numbers / this.pairs) * errorless * 0.01;
      case 'SAME_HOUSE':
        return house;
      default:
        return undefined;
    }
  }

  private count(a: AddressForm, b: AddressForm): void {
    this.pairs += 1;
    if (a.postalCode !== null && a.postalCode === b.postalCode) this.postalCodes += 1;
    if (a.number !== '' && a.number === b.number) {
      if (a.letter === b.letter) this.numbers += 1;
      else if (a.letter === '' || b.letter === '') this.omittedLetters += 1;
    }
    const errors = streetErrors(a, b);
    if (errors < this.streets.length) this.streets[errors]! += 1;
  }
}
