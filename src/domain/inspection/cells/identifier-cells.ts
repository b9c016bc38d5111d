import {
  isCvrNumber,
  isMunicipalityCode,
  isPNumber,
  isPostalCode,
  isSorCode,
} from '../../shared/identifiers.js';
import { CellFault } from './cell-fault.js';
import type { RowCells } from './row-cells.js';
import { keyPart } from './text-cells.js';

interface IdentifierForm {
  readonly isValid: (text: string) => boolean;
  readonly rule: string;
}

const CVR: IdentifierForm = {
  isValid: isCvrNumber,
  rule: 'a CVR number has 8 digits that pass the modulus 11 check',
};
const P_NUMBER: IdentifierForm = { isValid: isPNumber, rule: 'a P-number has 10 digits' };
const SOR: IdentifierForm = {
  isValid: isSorCode,
  rule: 'a SOR code has 6 to 18 digits, of which the last is a Verhoeff check digit',
};
const POSTAL: IdentifierForm = { isValid: isPostalCode, rule: 'a postal code has 4 digits' };
const MUNICIPALITY: IdentifierForm = {
  isValid: isMunicipalityCode,
  rule: 'a municipality code has 4 digits with its leading zero',
};

function badIdentifier(column: string, value: string, mend: string): CellFault {
  return new CellFault({
    reason: 'BAD_IDENTIFIER',
    field: column,
    value,
    mend: `Correct "${column}": ${mend}.`,
  });
}

type OptionalReader = <Column extends string>(cells: RowCells<Column>, column: Column) => string | null;

// A wrong identifier is neither used nor dropped: used, it could join the records of two places; dropped, nobody would
// mend it. The row waits instead.
function optional(form: IdentifierForm): OptionalReader {
  return (cells, column) => {
    const text = cells.text(column);
    if (text === '') return null;
    if (!form.isValid(text))
      throw badIdentifier(column, text, `${form.rule}; leave it empty if it is not known`);
    return text;
  };
}

export const optionalCvrNumber: OptionalReader = optional(CVR);
export const optionalPNumber: OptionalReader = optional(P_NUMBER);
export const optionalSorCode: OptionalReader = optional(SOR);
export const optionalPostalCode: OptionalReader = optional(POSTAL);
export const optionalMunicipalityCode: OptionalReader = optional(MUNICIPALITY);

/** A SOR code that is the row's own key. */
export function sorCodeKey<Column extends string>(cells: RowCells<Column>, column: Column): string {
  const text = keyPart(cells, column);
  if (!isSorCode(text)) throw badIdentifier(column, text, SOR.rule);
  return text;
}
