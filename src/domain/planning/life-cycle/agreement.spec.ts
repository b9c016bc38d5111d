import { agreementOf, obstaclesToPublishing, type PartState } from './agreement.js';
import { formOf, modesFor, visitDaysOf } from './visit-modes.js';

const parts = (...states: PartState[]): { state: PartState }[] => states.map((state) => ({ state }));

describe(agreementOf.name, () => {
  it.each<[PartState[], PartState]>([
    [['ACCEPTED', 'ACCEPTED'], 'ACCEPTED'],
    [['ACCEPTED', 'PROPOSED'], 'PROPOSED'],
    [['PROPOSED', 'OTHER_TIME_PROPOSED'], 'OTHER_TIME_PROPOSED'],
    [['OTHER_TIME_PROPOSED', 'DECLINED', 'ACCEPTED'], 'DECLINED'],
  ])('makes %s to %s', (states, agreement) => {
    expect(agreementOf(parts(...states))).toBe(agreement);
  });
});

describe(obstaclesToPublishing.name, () => {
  const draft = { kind: 'RISK_BASED', state: 'DRAFT' } as const;

  it('finds none where everybody concerned has accepted', () => {
    expect(obstaclesToPublishing({ ...draft, parts: parts('ACCEPTED', 'ACCEPTED') })).toEqual([]);
  });

  it('counts what is in the way', () => {
    expect(
      obstaclesToPublishing({ ...draft, parts: parts('PROPOSED', 'DECLINED', 'DECLINED', 'ACCEPTED') }),
    ).toEqual(['1 parts are PROPOSED', '2 parts are DECLINED']);
    expect(obstaclesToPublishing({ kind: 'FIXED_CADENCE', state: 'PUBLISHED', parts: [] })).toEqual([
      'it is only there to be compared with',
      'it is PUBLISHED already',
      'it holds no visits',
    ]);
  });
});

describe('the mode and form of a visit', () => {
  it('counts the days on which a place is disturbed', () => {
    expect(visitDaysOf('SAME_VISIT', 3)).toBe(1);
    expect(visitDaysOf('BACK_TO_BACK', 3)).toBe(3);
    expect(visitDaysOf('DOCUMENT_ONLY', 2)).toBe(0);
  });

  it('offers nothing joint to one authority', () => {
    expect(modesFor(1)).not.toContain('SAME_VISIT');
    expect(modesFor(2)).not.toContain('SINGLE');
  });

  it('lets one unannounced part make the whole visit unannounced', () => {
    expect(formOf([{ form: 'ANNOUNCED' }, { form: 'ANNOUNCED' }])).toBe('ANNOUNCED');
    expect(formOf([{ form: 'ANNOUNCED' }, { form: 'UNANNOUNCED' }])).toBe('UNANNOUNCED');
  });
});
