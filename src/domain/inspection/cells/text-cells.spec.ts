import type { RowCells } from './row-cells.js';
import { keyPart, optionalText, requiredText, textList } from './text-cells.js';

const cell = (text: string): RowCells<'navn'> => ({ text: () => text });
const fault = (expected: object): unknown =>
  expect.objectContaining({ fault: expect.objectContaining(expected) as unknown });

describe(requiredText.name, () => {
  it('gives the text of a filled cell', () => {
    expect(requiredText(cell('Elverhøj'), 'navn')).toBe('Elverhøj');
  });

  it('refuses an empty cell and names the column to fill in', () => {
    expect(() => requiredText(cell(''), 'navn')).toThrow(
      fault({ reason: 'MISSING_VALUE', field: 'navn', value: '', mend: 'Fill in "navn".' }) as Error,
    );
  });
});

describe(optionalText.name, () => {
  it('reads an empty cell as not said', () => {
    expect(optionalText(cell(''), 'navn')).toBeNull();
    expect(optionalText(cell('Elverhøj'), 'navn')).toBe('Elverhøj');
  });
});

describe(keyPart.name, () => {
  it('refuses an empty part, which would name no record', () => {
    expect(() => keyPart(cell(''), 'navn')).toThrow(fault({ reason: 'MISSING_KEY', field: 'navn' }) as Error);
  });

  it('refuses the sign that joins parts, so that A/B + C and A + B/C stay two records', () => {
    expect(() => keyPart(cell('A/B'), 'navn')).toThrow(
      fault({ reason: 'BAD_IDENTIFIER', field: 'navn', value: 'A/B' }) as Error,
    );
  });
});

describe(textList.name, () => {
  it('splits, trims and leaves empty items out', () => {
    expect(textList(cell('autisme, , ældre ,misbrug'), 'navn', ',')).toEqual(['autisme', 'ældre', 'misbrug']);
    expect(textList(cell(''), 'navn', ',')).toEqual([]);
  });
});
