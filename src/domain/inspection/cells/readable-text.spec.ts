import { isReadable } from './readable-text.js';

describe(isReadable.name, () => {
  it.each(['', 'Æblehaven 4, 2. tv', 'tab\tbetween', 'emoji 😀', '€'])('accepts "%s"', (text) => {
    expect(isReadable(text)).toBe(true);
  });

  it.each([
    ['a character the decoder could not read', 'Elverh\uFFFDj'],
    ['NUL', 'a\u0000'],
    ['a line break', 'a\nb'],
    ['escape', '\u001b[31m'],
    ['a gap of Windows-1252', 'a\u0081'],
    ['half a character', 'a\ud83d'],
  ])('refuses %s', (_name, text) => {
    expect(isReadable(text)).toBe(false);
  });
});
