import type { FaultReason } from '../register-file.js';
import { CellFault } from './cell-fault.js';
import { isReadable, unreadableText } from './readable-text.js';
import type { RowCells } from './row-cells.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Texts of a JSON object. Null and absent read as empty; a number, list or object where a text belongs is a fault. */
export class ObjectCells<Field extends string> implements RowCells<Field> {
  constructor(private readonly values: JsonObject) {}

  readonly text = (field: Field): string => {
    const value = this.value(field);
    if (value === null || value === undefined) return '';
    if (typeof value !== 'string') throw wrongType(field, value, 'a text in quotation marks or null');
    if (!isReadable(value)) throw new CellFault(unreadableText(field, value));
    return value.trim();
  };

  /** The value as JSON has it; undefined where the object has no such key of its own. */
  value(field: Field): unknown {
    return Object.hasOwn(this.values, field) ? this.values[field] : undefined;
  }

  /** A key that is absent is not the same as one that says null: the first is a fault, with this reason. */
  require(fields: readonly Field[], reason: FaultReason): void {
    const missing = fields.find((field) => this.value(field) === undefined);
    if (missing !== undefined)
      throw new CellFault({
        reason,
        field: missing,
        mend: `Add "${missing}"; write null where it is not known.`,
      });
  }
}

export function wrongType(field: string, value: unknown, wanted: string): CellFault {
  return new CellFault({
    reason: 'BROKEN_JSON',
    field,
    value: JSON.stringify(value),
    mend: `Write "${field}" as ${wanted}.`,
  });
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
