/** Nesting of variables that no input of the schema comes near to. */
const DEEPEST_VALUE = 20;

/** True for a NUL or half a character (a lone surrogate): JSON and GraphQL can write them, the database cannot. */
export function isUnstorable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

/**
 * What is wrong with a value from outside, anywhere inside it, as one sentence that names the place; undefined for a
 * value that can be stored.
 */
export function unstorableValue(value: unknown, place: string, depth = 0): string | undefined {
  if (typeof value === 'string') {
    return isUnstorable(value)
      ? `${place} holds a NUL or half a character, which cannot be stored; remove it.`
      : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST_VALUE) return `${place} is nested more than ${DEEPEST_VALUE} levels deep.`;
  for (const [key, inner] of Object.entries(value)) {
    const name = isUnstorable(key) ? '(unreadable name)' : key.slice(0, 50);
    const problem = isUnstorable(key)
      ? unstorableValue(key, `${place}.${name}`)
      : unstorableValue(inner, `${place}.${name}`, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
