import type { FindingFact } from './register-facts.js';
import type { Authority } from '../shared/authority.js';

/**
 * 0 nothing found, 1 advice or a minor problem, 2 a breach without an order to change, 3 an order or a larger problem,
 * 4 critical: work stops, or the supervision itself is stepped up.
 */
export type Severity = 0 | 1 | 2 | 3 | 4;

/** One row of a versioned mapping: what an authority's own word weighs on the common scale. */
export interface SeverityMappingRow {
  readonly authority: Authority;
  readonly kind: FindingFact['kind'];
  readonly sourceTerm: string;
  /** Null where the word says nothing about severity. Unknown is not 0. */
  readonly severity: Severity | null;
  readonly confirmed: boolean;
}

export interface SeverityMapping {
  /** Null for words that the mapping does not have, or that say nothing about severity. */
  severityOf(authority: Authority, kind: FindingFact['kind'], sourceTerm: string): Severity | null;
}

/** Throws RangeError when two rows weigh the same word. */
export function severityMapping(rows: readonly SeverityMappingRow[]): SeverityMapping {
  const byTerm = new Map<string, Severity | null>();
  for (const row of rows) {
    const key = termKey(row.authority, row.kind, row.sourceTerm);
    if (byTerm.has(key)) throw new RangeError(`The severity mapping has two rows for ${key}. Keep one.`);
    byTerm.set(key, row.severity);
  }
  return {
    severityOf: (authority, kind, sourceTerm) => byTerm.get(termKey(authority, kind, sourceTerm)) ?? null,
  };
}

function termKey(authority: Authority, kind: FindingFact['kind'], sourceTerm: string): string {
  return `${authority}/${kind}/${sourceTerm}`;
}
