import { describeColumn, standardise, type FeatureColumn } from './feature-column.js';
import type { DroppedReason } from './risk-model.js';
import type { VisitTable } from '../visit-table.js';

/** One standardised column of a fit: a feature's value, or whether it was not known. */
export interface DesignColumn {
  readonly key: string;
  readonly isUnknown: boolean;
  readonly description: FeatureColumn;
  readonly direction: 1 | -1 | 0;
  readonly values: Float64Array;
}

export interface DesignMatrix {
  readonly columns: readonly DesignColumn[];
  readonly dropped: readonly { readonly key: string; readonly reason: DroppedReason }[];
}

// "Not known" is a column of its own where that happens often enough to learn from, and not always.
const LEAST_UNKNOWN_ROWS = 20;
const LEAST_UNKNOWN_SHARE = 0.01;
// A column of which less than this share is its own is explained by those before it.
const LEAST_OWN_SHARE = 1e-3;

/**
 * Standardised, finite-checked columns that can be told apart. A column that those before it explain is left out, so
 * that no weight is split at random. Throws RangeError on an infinite value.
 */
export function designMatrix(table: VisitTable): DesignMatrix {
  const dropped: DesignMatrix['dropped'][number][] = [];
  const values: DesignColumn[] = [];
  const unknowns: DesignColumn[] = [];
  table.features.forEach((feature, index) => {
    const raw = table.columns[index]!;
    raw.forEach((value, row) => refuseInfinite(value, feature.key, table.visitKeys[row]!));
    const description = describeColumn(feature, raw);
    if (typeof description === 'string') {
      dropped.push({ key: feature.key, reason: description });
      return;
    }
    const { key, expectedDirection: direction } = feature;
    const standardised = raw.map((value) => standardise(description, value));
    values.push({ key, isUnknown: false, description, direction, values: standardised });
    const unknown = unknownColumn(key, raw);
    if (unknown) unknowns.push(unknown);
  });
  const kept: DesignColumn[] = [];
  const orthogonal: Float64Array[] = [];
  for (const column of [...values, ...unknowns]) {
    const rest = ownPart(column.values, orthogonal);
    if (rest) {
      kept.push(column);
      orthogonal.push(rest);
    } else if (!column.isUnknown) dropped.push({ key: column.key, reason: 'COLLINEAR' });
  }
  return { columns: kept, dropped };
}

function unknownColumn(key: string, raw: Float64Array): DesignColumn | undefined {
  const flags = raw.map((value) => (value !== value ? 1 : 0));
  const count = flags.reduce((sum, flag) => sum + flag, 0);
  const least = Math.max(LEAST_UNKNOWN_ROWS, LEAST_UNKNOWN_SHARE * raw.length);
  if (count < least || raw.length - count < least) return undefined;
  const description = describeColumn({ key, scale: 'LINEAR' }, flags);
  if (typeof description === 'string') return undefined;
  const values = flags.map((flag) => standardise(description, flag));
  return { key, isUnknown: true, description, direction: 0, values };
}

// Gram-Schmidt, on at most this many rows: whether columns repeat each other shows in a part of them too.
const MOST_COMPARED_ROWS = 4_000;

function ownPart(column: Float64Array, orthogonal: readonly Float64Array[]): Float64Array | undefined {
  const step = Math.max(1, Math.ceil(column.length / MOST_COMPARED_ROWS));
  const rest = new Float64Array(Math.ceil(column.length / step));
  for (let row = 0; row < rest.length; row += 1) rest[row] = column[row * step]!;
  const length = dot(rest, rest);
  if (length === 0) return undefined;
  for (const other of orthogonal) {
    const share = dot(rest, other);
    for (let row = 0; row < rest.length; row += 1) rest[row]! -= share * other[row]!;
  }
  const own = dot(rest, rest);
  if (own < LEAST_OWN_SHARE * length) return undefined;
  const scale = 1 / Math.sqrt(own);
  return rest.map((value) => value * scale);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row += 1) sum += a[row]! * b[row]!;
  return sum;
}

function refuseInfinite(value: number, key: string, visitKey: string): void {
  if (value === Infinity || value === -Infinity)
    throw new RangeError(
      `${key} is ${value} for visit ${visitKey}; every value must be finite or not known.`,
    );
}
