import { holdTexts, MASK } from './hold-texts.js';

const NOTHING_DECIDED = { harmless: new Set<string>() };
const NUMBER = '010190-1234';
const LOOKALIKE = '0101901234';
const FACTS = {
  record: {
    sourceKey: `socialtilsynet:T1/${LOOKALIKE}`,
    name: `Hos ${NUMBER}`,
    address: { street: NUMBER, postalCode: '7100' },
    pNumber: LOOKALIKE,
    sorCode: LOOKALIKE,
    capacityPlaces: 12,
    targetGroups: ['a', `b ${NUMBER}`],
    statusSourceTerm: null,
  },
  visit: { visitKey: `socialtilsynet:${LOOKALIKE}`, occurredOn: '2026-01-01' },
  findings: [{ topic: `${NUMBER} og ${NUMBER}`, sourceTerm: 'påbud' }],
};

describe(holdTexts.name, () => {
  it('masks what looks like a person number in every text, and keeps the text with its place', () => {
    const { facts, held } = holdTexts(FACTS, NOTHING_DECIDED);

    expect(held).toEqual([
      { field: 'record.name', text: `Hos ${NUMBER}`, shown: `Hos ${MASK}` },
      { field: 'record.address.street', text: NUMBER, shown: MASK },
      { field: 'record.targetGroups.1', text: `b ${NUMBER}`, shown: `b ${MASK}` },
      { field: 'findings.0.topic', text: `${NUMBER} og ${NUMBER}`, shown: `${MASK} og ${MASK}` },
    ]);
    expect(facts.findings[0]?.topic).toBe(`${MASK} og ${MASK}`);
    expect(JSON.stringify(facts)).not.toContain(NUMBER);
  });

  it('leaves identifiers and everything else as they are', () => {
    const { record, visit } = holdTexts(FACTS, NOTHING_DECIDED).facts;

    expect(visit).toEqual(FACTS.visit);
    expect({ ...record, name: '', address: '', targetGroups: '' }).toEqual({
      ...FACTS.record,
      name: '',
      address: '',
      targetGroups: '',
    });
  });

  it('shows a text that somebody found to be harmless', () => {
    const { facts, held } = holdTexts(FACTS, { harmless: new Set([`Hos ${NUMBER}`]) });

    expect(facts.record.name).toBe(`Hos ${NUMBER}`);
    expect(held).toHaveLength(3);
  });

  it('gives back the very same facts where nothing is found', () => {
    const facts = { concern: { concernKey: 'socialtilsynet:1', topic: 'Vold den 01-01-1990' } };

    expect(holdTexts(facts, NOTHING_DECIDED).facts).toBe(facts);
  });
});
