import { optionalInteger, requiredDecimal, requiredInteger } from './number-cells.js';
import type { RowCells } from './row-cells.js';

const cell = (text: string): RowCells<'antal'> => ({ text: () => text });
const fault = (expected: object): Error =>
  expect.objectContaining({ fault: expect.objectContaining(expected) as unknown }) as Error;

describe(requiredDecimal.name, () => {
  it('reads the decimal comma, and both ends of the range', () => {
    const range = { from: 1, to: 5 };

    expect(requiredDecimal(cell('4,25'), 'antal', range)).toBe(4.25);
    expect(requiredDecimal(cell('1'), 'antal', range)).toBe(1);
    expect(requiredDecimal(cell('5,0'), 'antal', range)).toBe(5);
  });

  it.each(['0,9', '5,1', '4.2', '-3', '1e0', '4,', ',5', '4,2,1', 'fire', '٣'])('refuses "%s"', (text) => {
    expect(() => requiredDecimal(cell(text), 'antal', { from: 1, to: 5 })).toThrow(
      fault({
        reason: 'BAD_NUMBER',
        field: 'antal',
        value: text,
        mend: 'Write "antal" as a number with decimal comma from 1 to 5.',
      }),
    );
  });
});

describe(requiredInteger.name, () => {
  it('refuses decimals, signs and an empty cell', () => {
    const range = { from: 0, to: 10 };

    expect(requiredInteger(cell('007'), 'antal', range)).toBe(7);
    expect(() => requiredInteger(cell('7,0'), 'antal', range)).toThrow(fault({ reason: 'BAD_NUMBER' }));
    expect(() => requiredInteger(cell('11'), 'antal', range)).toThrow(fault({ reason: 'BAD_NUMBER' }));
    expect(() => requiredInteger(cell(''), 'antal', range)).toThrow(fault({ reason: 'MISSING_VALUE' }));
  });
});

describe(optionalInteger.name, () => {
  it('reads an empty cell as not said, never as 0', () => {
    expect(optionalInteger(cell(''), 'antal', { from: 0, to: 10 })).toBeNull();
    expect(optionalInteger(cell('0'), 'antal', { from: 0, to: 10 })).toBe(0);
  });
});
