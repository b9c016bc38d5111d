import type { Authority, SourceKey } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';
import type { SourceRecord } from '../source-record.js';
import { agreementOf, type Agreement } from './agreement.js';
import { ATTRIBUTES, type AttributeName } from './attributes.js';

/** A record as it was described from one day of delivery on. */
export interface RecordVersion {
  readonly sourceKey: SourceKey;
  readonly authority: Authority;
  /** The day it became known: that of the delivery. */
  readonly knownOn: Day;
  /** Null: from this day on the register delivered the record no more. */
  readonly record: SourceRecord | null;
}

/** What one register said of one attribute, and between which days it said so. */
export interface StatedValue {
  readonly sourceKey: SourceKey;
  readonly authority: Authority;
  readonly value: string;
  readonly knownFrom: Day;
  /** The day on which the register said something else, or nothing more; null while it stands. */
  readonly knownTo: Day | null;
}

export interface AttributeProvenance {
  readonly attribute: AttributeName;
  /** Values that stood on the day asked for, one a record. */
  readonly values: readonly StatedValue[];
  /** Values known by then that had been replaced, newest first. */
  readonly earlier: readonly StatedValue[];
  readonly agreement: Agreement;
}

/**
 * Every source's values of every attribute as known on `asOf`; nothing delivered later is seen, and no value is chosen
 * over another. Attributes that no source ever stated are left out. The order of the versions is free.
 */
export function provenanceOf(versions: readonly RecordVersion[], asOf: Day): AttributeProvenance[] {
  const known = versions.filter((version) => version.knownOn <= asOf);
  const bySource = Map.groupBy(known, (version) => version.sourceKey);
  return ATTRIBUTES.flatMap(({ name, read }) => {
    const stated = [...bySource].sort(byKey).flatMap(([, own]) => statedBy(own, read));
    if (stated.length === 0) return [];
    const values = stated.filter((value) => value.knownTo === null);
    const earlier = stated.filter((value) => value.knownTo !== null).sort(newestFirst);
    return [
      {
        attribute: name,
        values,
        earlier,
        agreement: agreementOf(
          name,
          values.map(({ value }) => value),
        ),
      },
    ];
  });
}

function statedBy(
  own: readonly RecordVersion[],
  read: (record: SourceRecord) => string | null,
): StatedValue[] {
  const stated: StatedValue[] = [];
  const inOrder = [...own].sort((a, b) => (a.knownOn < b.knownOn ? -1 : 1));
  for (const { sourceKey, authority, knownOn, record } of inOrder) {
    const value = record === null ? null : read(record);
    const last = stated.at(-1);
    const standing = last?.knownTo === null ? last : undefined;
    if (standing?.value === value) continue;
    if (standing) stated[stated.length - 1] = { ...standing, knownTo: knownOn };
    if (value !== null) stated.push({ sourceKey, authority, value, knownFrom: knownOn, knownTo: null });
  }
  return stated;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function newestFirst(a: StatedValue, b: StatedValue): number {
  return (b.knownTo ?? '') < (a.knownTo ?? '') ? -1 : a.sourceKey < b.sourceKey ? -1 : 1;
}
