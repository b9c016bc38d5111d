import { isJsonObject, ObjectCells } from './object-cells.js';

const cells = (values: object): ObjectCells<'navn' | 'toString'> =>
  new ObjectCells(values as Record<string, unknown>);
const fault = (expected: object): Error =>
  expect.objectContaining({ fault: expect.objectContaining(expected) as unknown }) as Error;

describe(ObjectCells.name, () => {
  it('trims texts and reads null and absent as empty', () => {
    expect(cells({ navn: ' Elverhøj ' }).text('navn')).toBe('Elverhøj');
    expect(cells({ navn: null }).text('navn')).toBe('');
    expect(cells({}).text('navn')).toBe('');
  });

  it('sees only keys of the object itself', () => {
    expect(cells({}).value('toString')).toBeUndefined();
  });

  it.each([[7], [true], [['a']], [{ a: 1 }]])('refuses %j where a text belongs', (value) => {
    expect(() => cells({ navn: value }).text('navn')).toThrow(
      fault({ reason: 'BROKEN_JSON', field: 'navn', value: JSON.stringify(value) }),
    );
  });

  it('refuses control characters that came in as escapes', () => {
    expect(() => cells({ navn: 'a\u0000' }).text('navn')).toThrow(
      fault({ reason: 'BAD_ENCODING', field: 'navn' }),
    );
  });

  it('tells an absent key from one that says null', () => {
    expect(() => cells({ navn: null }).require(['navn'], 'MISSING_VALUE')).not.toThrow();
    expect(() => cells({}).require(['navn'], 'MISSING_VALUE')).toThrow(
      fault({
        reason: 'MISSING_VALUE',
        field: 'navn',
        mend: 'Add "navn"; write null where it is not known.',
      }),
    );
  });
});

describe(isJsonObject.name, () => {
  it('is true of objects alone', () => {
    expect([{}, [], null, 'a', 1].map(isJsonObject)).toEqual([true, false, false, false, false]);
  });
});
