import { Draws, type Weighted } from '../draws.js';
import { inventedStem } from '../places/place-names.js';
import type { InventedIdentifiers } from './invented-identifiers.js';
import {
  councilName,
  MUNICIPALITIES,
  MUNICIPALITIES_BY_SIZE,
  type Municipality,
  type PostalTown,
  type Region,
  REGIONS,
} from './municipalities.js';
import { STREET_NAMES } from './street-names.js';

export const OPERATOR_KINDS = ['MUNICIPAL', 'REGIONAL', 'PRIVATE', 'SELF_GOVERNING', 'FOUNDATION'] as const;
export type OperatorKind = (typeof OPERATOR_KINDS)[number];

/** Who runs tilbud: a legal person with one CVR number and any number of places. */
export interface Operator {
  readonly kind: OperatorKind;
  readonly name: string;
  readonly cvrNumber: string;
  readonly seat: PostalTown;
  /** Street and number of the head office, which some units inherit in the registers. */
  readonly headOffice: string;
  /** How well it is run on the whole; standard normal, high = more strain. */
  readonly lean: number;
}

const PRIVATE_FORMS: Weighted<readonly [OperatorKind, string, string]> = [
  [['PRIVATE', '', ' ApS'], 24],
  [['PRIVATE', '', ' A/S'], 18],
  [['FOUNDATION', 'Fonden ', ''], 29],
  [['SELF_GOVERNING', 'Den selvejende institution ', ''], 17],
  [['SELF_GOVERNING', '', ' S/I'], 12],
];
const PLACES_PER_PRIVATE_OPERATOR = 7;

/** The operators of the country. Each is worked out from its index when asked for: nothing is held in memory. */
export class OperatorRegister {
  private readonly privateOperators: number;

  constructor(
    private readonly seed: number,
    private readonly identifiers: InventedIdentifiers,
    places: number,
  ) {
    this.privateOperators = Math.ceil(places / PLACES_PER_PRIVATE_OPERATOR);
  }

  municipal(municipality: Municipality): Operator {
    const index = MUNICIPALITIES.indexOf(municipality);
    return this.public('MUNICIPAL', index, councilName(municipality), seatOf(municipality), 'Rådhusgade 1');
  }

  regional(region: Region): Operator {
    const index = MUNICIPALITIES.length + REGIONS.indexOf(region);
    const seat = MUNICIPALITIES.find((one) => one.code === region.seat) as Municipality;
    return this.public('REGIONAL', index, region.name, seatOf(seat), 'Regionsalléen 2');
  }

  /** Some private operators run many places, most run few. */
  drawPrivate(draws: Draws): Operator {
    return this.private(Math.floor(this.privateOperators * draws.uniform() ** 1.6));
  }

  private private(number: number): Operator {
    const index = MUNICIPALITIES.length + REGIONS.length + number;
    const draws = Draws.for(this.seed, `operator/${index}`);
    const [kind, before, after] = draws.weighted(PRIVATE_FORMS);
    return {
      kind,
      name: `${before}${inventedStem(draws)}${after}`,
      cvrNumber: this.identifiers.cvrNumber(index),
      seat: draws.pick(draws.weighted(MUNICIPALITIES_BY_SIZE).towns),
      headOffice: `${draws.pick(STREET_NAMES)} ${draws.whole(300, 399)}`,
      lean: draws.normal(),
    };
  }

  private public(
    kind: OperatorKind,
    index: number,
    name: string,
    seat: PostalTown,
    headOffice: string,
  ): Operator {
    const lean = Draws.for(this.seed, `operator/${index}`).normal();
    return { kind, name, cvrNumber: this.identifiers.cvrNumber(index), seat, headOffice, lean };
  }
}

function seatOf(municipality: Municipality): PostalTown {
  return municipality.towns[0] as PostalTown;
}
