import { unwrapExcelValues } from './excel-wrapping.js';

describe(unwrapExcelValues.name, () => {
  it('turns wrapped values into quoted ones and leaves the others', () => {
    expect(unwrapExcelValues('="0101";;navn;="A;B"')).toBe('"0101";;navn;"A;B"');
  });

  it('leaves an equals sign inside a value', () => {
    expect(unwrapExcelValues('="a=b";c="d')).toBe('"a=b";c="d');
  });
});
