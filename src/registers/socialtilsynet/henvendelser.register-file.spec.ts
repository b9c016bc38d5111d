import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { HENVENDELSER_FILE } from './henvendelser.register-file.js';

const VALID = {
  henvendelse_id: 'H31',
  tilbudsid: 'T900',
  afdelingsid: '77',
  modtaget: '30-04-2025',
  emne: 'Bemanding',
  alvor: '3',
};
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  HENVENDELSER_FILE.open(Object.keys(VALID).join(';')).readLine(
    Object.values({ ...VALID, ...changes }).join(';'),
  );

describe('socialtilsynet/henvendelser.csv', () => {
  it('is secret to all but its owner', () => {
    expect(HENVENDELSER_FILE.secrecy).toBe('OWNER_ONLY');
  });

  it('reads a concern', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: 'H31',
      facts: {
        concern: {
          concernKey: 'socialtilsynet:H31',
          sourceKey: 'socialtilsynet:T900/77',
          receivedOn: '2025-04-30',
          topic: 'Bemanding',
          gravity: 3,
        },
      },
    });
  });

  it.each([
    ['MISSING_KEY', { henvendelse_id: '' }, 'henvendelse_id', undefined],
    ['MISSING_KEY', { afdelingsid: '' }, 'afdelingsid', 'H31'],
    ['MISSING_VALUE', { emne: '' }, 'emne', 'H31'],
    ['BAD_DATE', { modtaget: '31-04-2025' }, 'modtaget', 'H31'],
    ['BAD_NUMBER', { alvor: '0' }, 'alvor', 'H31'],
    ['BAD_NUMBER', { alvor: '4' }, 'alvor', 'H31'],
    ['BAD_IDENTIFIER', { tilbudsid: 'T/9' }, 'tilbudsid', 'H31'],
    ['BAD_ENCODING', { emne: '\uFFFDkonomi' }, 'emne', 'H31'],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({ kind: 'fault', fault: { reason, field }, key });
  });

  it('sets rows aside that are too short or too long', () => {
    expect(read({ alvor: '3;' })).toMatchObject({ fault: { reason: 'LONG_ROW' }, key: 'H31' });
    expect(HENVENDELSER_FILE.open(Object.keys(VALID).join(';')).readLine('H31;T9')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
      key: 'H31',
    });
  });
});
