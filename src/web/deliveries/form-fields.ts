/** A text of a form; empty where the form has none of that name. */
export function textIn(form: Record<string, unknown> | undefined, name: string): string {
  const value = form?.[name];
  return typeof value === 'string' ? value : '';
}

/** True for a reason that says something: 5 to 1000 characters. */
export function isReason(text: string): boolean {
  const { length } = text.trim();
  return length >= 5 && length <= 1000;
}
