import type { PostalTown, SocialtilsynOffice } from '../country/municipalities.js';
import type { Operator } from '../country/operators.js';
import type { StreetAddress } from '../country/address-book.js';
import type { FacilityKind } from './facility-kinds.js';
import type { PlaceStrain } from './strain.js';

/** A physical place where people live: the unit the truth is told in. */
export interface Place {
  readonly placeId: string;
  readonly town: PostalTown;
  readonly address: StreetAddress;
  /** How large it is beside a middling place (1). */
  readonly size: number;
  readonly strain: PlaceStrain;
}

/** What Socialtilsynet approves: one operator's tilbud with its afdelinger. */
export interface Tilbud {
  readonly tilbudsid: string;
  /** The name proper ("Spiren") and the whole name ("Bostedet Spiren"). */
  readonly stem: string;
  readonly name: string;
  readonly kind: FacilityKind;
  readonly targetGroups: readonly string[];
  readonly operator: Operator;
  readonly office: SocialtilsynOffice;
  readonly isSecret: boolean;
  readonly afdelinger: readonly Afdeling[];
}

export interface Afdeling {
  readonly afdelingsid: string;
  readonly name: string;
  readonly place: Place;
  readonly capacity: number;
  readonly approvedFrom: number;
  /** Day offset of the end of the approval; undefined while it runs. */
  readonly endedOn: number | undefined;
  readonly pNumber: string | null;
}

/** What Arbejdstilsynet inspects: a P-unit, over one or several places, or a unit that has no P-number. */
export interface ProductionUnit {
  readonly tilbud: Tilbud;
  readonly pNumber: string | null;
  readonly places: readonly [Place, ...Place[]];
  readonly branch: readonly [code: string, name: string];
  readonly employees: number;
}

/** Tilbud that share places, with all production units there: what is generated, and forgotten, together. */
export interface Neighbourhood {
  readonly tilbud: readonly Tilbud[];
  readonly productionUnits: readonly ProductionUnit[];
  readonly places: readonly Place[];
}
