import type { ListedFacility } from './work-list.query.js';

type Kind = NonNullable<ListedFacility['score']>['contributions'][number]['kind'];

interface Term {
  readonly kind: Kind;
  readonly hundredths: number;
}

const CAUSES: ReadonlySet<Kind> = new Set(['FEATURE', 'SEVERITY', 'VULNERABILITY']);

/** The circumstance that raises the score most; undefined where none does. */
export function strongestCause<T extends Term>(terms: readonly T[]): T | undefined {
  return terms
    .filter((term) => CAUSES.has(term.kind) && term.hundredths > 0)
    .reduce<T | undefined>(
      (best, term) => (best && best.hundredths >= term.hundredths ? best : term),
      undefined,
    );
}
