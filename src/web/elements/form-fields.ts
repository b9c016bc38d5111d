/** A text of a form; empty where the form has none of that name. */
export function textIn(form: Record<string, unknown> | undefined, name: string): string {
  const value = form?.[name];
  return typeof value === 'string' ? value : '';
}

/** All texts of that name, which a form sends as one text or as a list. */
export function textsIn(form: Record<string, unknown> | undefined, name: string): string[] {
  const value = form?.[name];
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

/** True for a reason that says something: 5 to 1000 characters. */
export function isReason(text: string): boolean {
  const { length } = text.trim();
  return length >= 5 && length <= 1000;
}
