import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { labels as danish } from './da/labels.js';
import { labels as english } from './en/labels.js';

const SCHEMA = buildSchema(readFileSync('docs/schema.gql', 'utf8'));

function valuesOf(name: string): string[] {
  const type = SCHEMA.getType(name);
  if (!(type instanceof GraphQLEnumType)) throw new Error(`${name} is no enum of the schema.`);
  return type.getValues().map((value) => value.name);
}

describe('labels', () => {
  it.each([
    ['Authority', danish.authority, english.authority],
    ['Authority', danish.authorityShort, english.authorityShort],
    ['ResponsibleUnit', danish.unit, english.unit],
    ['RiskBand', danish.band, english.band],
    ['FacilityType', danish.facilityType, english.facilityType],
    ['VisitForm', danish.visitForm, english.visitForm],
    ['FindingKind', danish.findingKind, english.findingKind],
    ['VisitMode', danish.visitMode, english.visitMode],
    ['PlanKind', danish.planKind, english.planKind],
    ['PlanState', danish.planState, english.planState],
    ['LinkDecision', danish.linkDecision, english.linkDecision],
  ])('name every %s of the schema in both languages', (name, ...both) => {
    for (const labels of both) expect(Object.keys(labels).sort()).toEqual(valuesOf(name).sort());
  });

  it('name every reason that the plan can give', () => {
    const told = /Why it is in the plan: (.+)\.$/m.exec(readFileSync('docs/schema.gql', 'utf8'))?.[1];
    const reasons = told?.replaceAll(/ \([^)]*\)/g, '').split(', ');

    expect(reasons?.sort()).toEqual(Object.keys(danish.plannedReason).sort());
  });

  it('say the same in Danish and English only where it is a name', () => {
    const same = Object.entries(danish.facilityType).filter(
      ([type, label]) => english.facilityType[type as keyof typeof english.facilityType] === label,
    );

    expect(same).toEqual([]);
  });
});
