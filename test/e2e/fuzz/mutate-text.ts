import type { Draws } from './draws.js';
import { HOSTILE_TEXTS } from './hostile-values.js';

const ODD = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '"""',
  '$',
  '@',
  '...',
  '!',
  ':',
  '#',
  '\\',
  '\0',
  '\ud83d',
  '&',
  '|',
];

/** One to three small damages: cut, doubled, swapped, replaced, or something odd put in between. */
export function mutateText(text: string, draws: Draws): string {
  let mutated = text;
  for (let times = 1 + draws.below(3); times > 0; times -= 1) mutated = mutateOnce(mutated, draws);
  return mutated;
}

function mutateOnce(text: string, draws: Draws): string {
  const from = draws.below(text.length + 1);
  const to = Math.min(text.length, from + 1 + draws.below(20));
  const piece = text.slice(from, to);
  switch (draws.below(8)) {
    case 0:
      return text.slice(0, from);
    case 1:
      return text.slice(0, from) + text.slice(to);
    case 2:
      return text.slice(0, to) + piece.repeat(1 + draws.below(5)) + text.slice(to);
    case 3:
      return text.slice(0, from) + draws.pick(ODD) + text.slice(from);
    case 4:
      return text.slice(0, from) + draws.pick(HOSTILE_TEXTS) + text.slice(to);
    case 5:
      return text.slice(0, from) + [...piece].reverse().join('') + text.slice(to);
    case 6: {
      const words = text.split(' ');
      const [left, right] = [draws.below(words.length), draws.below(words.length)];
      [words[left], words[right]] = [words[right]!, words[left]!];
      return words.join(' ');
    }
    default:
      return text.slice(0, from) + String.fromCharCode(draws.below(0x10000)) + text.slice(from + 1);
  }
}
