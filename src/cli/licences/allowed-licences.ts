/** Licences that allow use, change and distribution with the service; all of them only ask to be named. */
export const ALLOWED_LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1', // fonts of the design system
]);

/** Whether an SPDX expression can be met by allowed licences alone. Anything but names, AND, OR and brackets cannot. */
export function isAllowed(expression: string): boolean {
  const words = expression.match(/[()]|[^()\s]+/g) ?? [];
  let place = 0;
  const any = (): boolean => {
    let isMet = all();
    while (words[place] === 'OR') {
      place += 1;
      isMet = all() || isMet;
    }
    return isMet;
  };
  const all = (): boolean => {
    let isMet = one();
    while (words[place] === 'AND') {
      place += 1;
      isMet = one() && isMet;
    }
    return isMet;
  };
  const one = (): boolean => {
    const word = words[place++] ?? '';
    if (word !== '(') return ALLOWED_LICENCES.has(word);
    const isMet = any();
    return words[place++] === ')' && isMet;
  };
  return any() && place === words.length;
}
