/** What SOR says of the unit that a record names by its SOR code. Null means that SOR does not say. */
export interface SorUnit {
  readonly sorCode: string;
  readonly name: string;
  readonly cvrNumber: string | null;
  readonly pNumber: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly municipalityCode: string | null;
}
