/** SAME: one in common. DIFFERENT: both have some, none in common. UNKNOWN: one has none. */
export type IdentifierLevel = 'SAME' | 'UNKNOWN' | 'DIFFERENT';

export function compareIdentifiers(left: readonly string[], right: readonly string[]): IdentifierLevel {
  if (left.length === 0 || right.length === 0) return 'UNKNOWN';
  for (const value of left) if (right.includes(value)) return 'SAME';
  return 'DIFFERENT';
}
