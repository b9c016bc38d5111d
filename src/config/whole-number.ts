/** Reads a whole number within bounds; adds a sentence to `problems` and returns the fallback for anything else. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  fallback: number,
  lowest: number,
  highest: number,
  problems: string[],
): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= lowest && value <= highest) return value;
  problems.push(`${name} is "${text}", but must be a whole number from ${lowest} to ${highest}.`);
  return fallback;
}
