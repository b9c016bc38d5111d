import { isAllowed } from './allowed-licences.js';

describe(isAllowed.name, () => {
  it.each([
    ['MIT', true],
    ['(MIT AND OFL-1.1 AND Apache-2.0)', true],
    ['MIT OR GPL-3.0-only', true],
    ['(GPL-3.0-only OR (MIT AND ISC))', true],
    ['GPL-3.0-only', false],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT OR ISC) AND AGPL-3.0-only', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['MIT GPL-3.0-only', false],
    ['(MIT', false],
    ['', false],
  ])('answers %s with %p', (expression, isMet) => {
    expect(isAllowed(expression)).toBe(isMet);
  });
});
