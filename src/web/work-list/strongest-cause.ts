interface Term {
  readonly kind: 'BASELINE' | 'FEATURE' | 'CLAMPING';
  readonly hundredths: number;
}

/** The circumstance that raises the score most; undefined where none does. */
export function strongestCause<T extends Term>(terms: readonly T[]): T | undefined {
  return terms
    .filter((term) => term.kind === 'FEATURE' && term.hundredths > 0)
    .reduce<T | undefined>(
      (best, term) => (best && best.hundredths >= term.hundredths ? best : term),
      undefined,
    );
}
