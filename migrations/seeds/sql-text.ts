/** A literal for a statement of a migration; null becomes NULL. Only for values that are written in this folder. */
export function sqlText(value: string | number | boolean | null): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
