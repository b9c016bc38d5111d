import type { Municipality } from '../country/municipalities.js';
import type { Operator } from '../country/operators.js';
import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';

export interface SorUnit {
  readonly sorCode: string;
  readonly name: string;
  readonly operator: Operator;
  readonly pNumber: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly municipality: Municipality;
  /** Day offset of its registration. */
  readonly from: number;
}

/** SOR wraps every value as ="…", so that spreadsheets keep long codes as text. */
export function addSorRow(world: DemoWorld, lines: DropLines, unit: SorUnit): void {
  const values = [
    unit.sorCode,
    unit.name,
    unit.operator.cvrNumber,
    unit.pNumber,
    unit.street,
    unit.postalCode,
    unit.municipality.code,
    'bosted',
    world.calendar.danish(unit.from),
    null,
  ];
  lines.add('sor', values.map((value) => (value === null ? '' : `="${value}"`)).join(';'));
}
