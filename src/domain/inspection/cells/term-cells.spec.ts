import type { RowCells } from './row-cells.js';
import { requiredTerm, tolerantTerm, translatedTerm } from './term-cells.js';

const cell = (text: string): RowCells<'ord'> => ({ text: () => text });
const fault = (expected: object): Error =>
  expect.objectContaining({ fault: expect.objectContaining(expected) as unknown }) as Error;

describe(requiredTerm.name, () => {
  it('lets a word of the vocabulary through and lists the vocabulary for any other', () => {
    expect(requiredTerm(cell('ja'), 'ord', ['ja', 'nej'])).toBe('ja');
    expect(() => requiredTerm(cell('Ja'), 'ord', ['ja', 'nej'])).toThrow(
      fault({
        reason: 'UNKNOWN_TERM',
        field: 'ord',
        value: 'Ja',
        mend: 'Write "ord" in one of the agreed words: "ja", "nej".',
      }),
    );
  });
});

describe(translatedTerm.name, () => {
  it('translates a known word and refuses any other', () => {
    const table = new Map([['ja', 1]]);

    expect(translatedTerm(cell('ja'), 'ord', table)).toBe(1);
    expect(() => translatedTerm(cell('måske'), 'ord', table)).toThrow(fault({ reason: 'UNKNOWN_TERM' }));
  });
});

describe(tolerantTerm.name, () => {
  it('ignores capitals and turns an unknown word into null', () => {
    const table = new Map([['ændring', 'CHANGE']]);

    expect(tolerantTerm(cell('Ændring'), 'ord', table)).toBe('CHANGE');
    expect(tolerantTerm(cell('andet'), 'ord', table)).toBeNull();
    expect(tolerantTerm(cell(''), 'ord', table)).toBeNull();
  });
});
