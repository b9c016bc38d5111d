import { textHash } from '../../shared/seeded-random.js';
import { LEVELS, PAIR_KINDS, type FieldName } from './levels.js';

/** For each level of each field how often it occurs, each field's shares adding up to 1. */
export type LevelShares = Readonly<Record<FieldName, Float64Array>>;

/** What was estimated for the pairs of two registers. */
export interface KindParameters {
  /** That two records taken at random are one unit (share a place). */
  readonly unit: number;
  /** That they are different units in one house. */
  readonly housemate: number;
  /** m: how often the levels occur where both are one unit. */
  readonly m: LevelShares;
  /** u: how often they occur where they are not. */
  readonly u: LevelShares;
}

/** The Fellegi-Sunter model of one set of records; a function of these records and a fixed seed alone. */
export interface MatchModel {
  readonly version: string;
  /** By PAIR_KINDS. */
  readonly kinds: readonly KindParameters[];
}

/** Names a model by what it holds. */
export function nameModel(kinds: readonly KindParameters[]): MatchModel {
  const text = JSON.stringify(describe(kinds));
  const version = [1, 2].map((lane) => textHash(`${lane}|${text}`).toString(16).padStart(8, '0')).join('');
  return { version: `fs1-${version}`, kinds };
}

/** The parameters in readable form, for people and for the record. */
export function describe(kinds: readonly KindParameters[]): unknown {
  const shares = (of: LevelShares): unknown =>
    Object.fromEntries(
      (Object.keys(LEVELS) as FieldName[]).map((field) => [
        field,
        Object.fromEntries(LEVELS[field].map((level, index) => [level, precise(of[field][index] ?? 0)])),
      ]),
    );
  return Object.fromEntries(
    kinds.map(({ unit, housemate, m, u }, index) => [
      PAIR_KINDS[index],
      { unit: precise(unit), housemate: precise(housemate), m: shares(m), u: shares(u) },
    ]),
  );
}

function precise(value: number): number {
  return Number(value.toPrecision(6));
}
