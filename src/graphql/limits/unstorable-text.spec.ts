import { unstorableValue } from './unstorable-text.js';

describe(unstorableValue.name, () => {
  it.each([
    ['a NUL', 'a\0b'],
    ['the first half of a character', 'a\ud83d'],
    ['the second half of a character', '\ude00b'],
  ])('names the place of %s', (_what, text) => {
    expect(unstorableValue({ filter: { search: text } }, '$variables')).toBe(
      '$variables.filter.search holds a NUL or half a character, which cannot be stored; remove it.',
    );
  });

  it('looks into lists and at the names of fields', () => {
    expect(unstorableValue({ list: ['ok', ['\0']] }, 'x')).toContain('x.list.1.0 holds a NUL');
    expect(unstorableValue({ 'a\0': 1 }, 'x')).toContain('x.(unreadable name) holds a NUL');
  });

  it('lets whole characters of every kind through', () => {
    expect(
      unstorableValue({ text: 'Ærø 😀 \n\t\u0001', number: 1, none: null, missing: undefined }, 'x'),
    ).toBe(undefined);
  });

  it('refuses nesting that no input has, before the stack ends', () => {
    let value: unknown = 'end';
    for (let level = 0; level < 50_000; level += 1) value = [value];

    expect(unstorableValue(value, 'x')).toMatch(/is nested more than 20 levels deep\.$/);
  });
});
