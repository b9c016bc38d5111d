import { CellFault } from './cell-fault.js';
import { damagedRow, guardRow } from './guarded-row.js';

const BAD = { reason: 'BAD_DATE', mend: 'Mend it.' } as const;
const refuse = (): never => {
  throw new CellFault(BAD);
};

describe(guardRow.name, () => {
  it('gives key and facts of a good row', () => {
    expect(
      guardRow(
        () => 'k',
        () => ({}),
      ),
    ).toEqual({ kind: 'row', key: 'k', facts: {} });
  });

  it('keeps the key of a row whose facts are at fault, and has none where the key is', () => {
    expect(guardRow(() => 'k', refuse)).toEqual({ kind: 'fault', fault: BAD, key: 'k' });
    expect(guardRow(refuse, () => ({}))).toEqual({ kind: 'fault', fault: BAD, key: undefined });
  });

  it('does not take a defect of the program for a fault of the row', () => {
    expect(() =>
      guardRow(
        () => 'k',
        () => {
          throw new TypeError('defect');
        },
      ),
    ).toThrow(TypeError);
  });
});

describe(damagedRow.name, () => {
  it('keeps a key that can be read, and none that holds unreadable characters', () => {
    expect(damagedRow(BAD, () => 'k')).toEqual({ kind: 'fault', fault: BAD, key: 'k' });
    expect(damagedRow(BAD, () => 'k\uFFFD').key).toBeUndefined();
    expect(damagedRow(BAD, refuse).key).toBeUndefined();
  });
});
