/**
 * Text that compares equal whatever the register's spelling: lower case, the three Danish letters as ae, oe and aa
 * (some registers write them so), no accents.
 */
export function foldDanish(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** The folded words of a text, without punctuation. */
export function wordsOf(text: string): string[] {
  return foldDanish(text).match(/[a-z0-9]+/g) ?? [];
}

/** The folded text without blanks and punctuation: `Ny  Gade` and `Nygade` are the same. */
export function compact(text: string): string {
  return wordsOf(text).join('');
}

/** One sign for each Danish letter of a folded text: one left out or written plainly (`o`) is one error at most. */
export function plainLetters(folded: string): string {
  return folded.replace(/ae|aa/g, 'a').replace(/oe/g, 'o');
}
