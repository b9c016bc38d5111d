import { compareIdentifiers } from './compare-identifiers.js';

interface Located {
  readonly postalCode: string | null;
  readonly municipalities: readonly string[];
}

/** Whether two units can lie in the same neighbourhood, best first. */
export type LocalityLevel = 'SAME_POSTAL_CODE' | 'SAME_MUNICIPALITY' | 'UNKNOWN' | 'DIFFERENT';

export function compareLocalities(left: Located, right: Located): LocalityLevel {
  if (left.postalCode !== null && left.postalCode === right.postalCode) return 'SAME_POSTAL_CODE';
  const municipalities = compareIdentifiers(left.municipalities, right.municipalities);
  return municipalities === 'SAME' ? 'SAME_MUNICIPALITY' : municipalities;
}
