import type { Draws } from '../draws.js';

/** One slip of the keyboard inside a word: a letter swapped with the next, left out, or struck twice. */
export function misspelled(text: string, draws: Draws): string {
  const letters = [...text];
  const spots = letters.flatMap((_, index) => (isInsideWord(letters, index) ? [index] : []));
  if (spots.length === 0) return text;
  const spot = draws.pick(spots);
  const [letter, next] = [letters[spot] as string, letters[spot + 1] as string];
  letters.splice(spot, 2, ...draws.pick([[next, letter], [next], [letter, letter, next]]));
  return letters.join('');
}

function isInsideWord(letters: readonly string[], index: number): boolean {
  return [index - 1, index, index + 1].every((at) => /\p{L}/u.test(letters[at] ?? ' '));
}

// prettier-ignore
const ASCII = new Map([['æ', 'ae'], ['ø', 'oe'], ['å', 'aa'], ['Æ', 'Ae'], ['Ø', 'Oe'], ['Å', 'Aa'], ['é', 'e']]);

/** As typed on a keyboard without the Danish letters. */
export function withoutDanishLetters(text: string): string {
  return text.replace(/[æøåÆØÅé]/g, (letter) => ASCII.get(letter) ?? letter);
}
