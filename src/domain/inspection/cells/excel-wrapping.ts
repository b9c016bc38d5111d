const WRAPPED = /(^|;)="/g;

/** Turns `="0123";="A;B"` - the form that keeps Excel from guessing types - into plain quoted values. */
export function unwrapExcelValues(line: string): string {
  return line.replace(WRAPPED, '$1"');
}
