import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  parse,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { LIST_SIZES } from './list-sizes.js';
import { QUESTION_LIMITS } from './limits.js';
import { operationCost } from './operation-cost.js';

const SCHEMA = buildSchema(
  readFileSync(path.join(__dirname, '..', '..', '..', 'docs', 'schema.gql'), 'utf8'),
);

function costOf(text: string, variables: Record<string, unknown> = {}): number | undefined {
  const document = parse(text);
  expect(validate(SCHEMA, document)).toEqual([]);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operationCost(SCHEMA, document, operation as OperationDefinitionNode, variables);
}

const WORK_LIST = `query ($first: Int) {
  facilities(first: $first) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      id name facilityType capacityPlaces operatorName responsibleUnit endedOn hasSecretAddress
      address { street postalCode town } municipality { code name }
      cvrNumbers pNumbers sorCodes authorities
      sources { sourceKey authority name parentName cvrNumber pNumber sorCode deliveredOn confidence }
      score { asOf points band hasTooLittleData }
      plannedVisits { weekStart mode parts { authority } }
    } }
  }
}`;

describe(operationCost.name, () => {
  it('counts one for each field of a single object', () => {
    expect(costOf('{ facility(id: "1") { id name } }')).toBe(1 + 2);
    expect(costOf('{ facility(id: "1") { id address { street town } } }')).toBe(1 + 1 + (1 + 2));
  });

  it('multiplies the lists inside lists', () => {
    const findings = (sourceTerms: number): number => 1 + sourceTerms;
    const visits = (length: number): number => 1 + length * findings(12);

    expect(
      costOf(
        '{ facilities(first: 200) { edges { node { visits(first: 100) { findings { sourceTerm } } } } } }',
      ),
    ).toBe(1 + (1 + 200 * (1 + visits(100))));
  });

  it('counts a length that a variable gives, or its default', () => {
    const text = 'query ($n: Int = 7) { facilities(first: $n) { edges { node { id } } } }';

    expect(costOf(text, { n: 200 })).toBe(1 + (1 + 200 * (1 + 1)));
    expect(costOf(text)).toBe(1 + (1 + 7 * (1 + 1)));
  });

  it('counts the default of the schema and the ordinary page where nothing is said', () => {
    expect(costOf('{ facility(id: "1") { visits { visitKey } } }')).toBe(1 + (1 + 10 * 1));
    expect(costOf('{ facilities { edges { node { id } } } }')).toBe(1 + (1 + 25 * 2));
    expect(costOf('query ($n: Int) { facilities(first: $n) { edges { node { id } } } }', { n: null })).toBe(
      52,
    );
  });

  it('counts from behind as from the front, and no list shorter than none', () => {
    expect(costOf('{ facilities(last: 100) { edges { node { id } } } }')).toBe(1 + (1 + 100 * 2));
    expect(costOf('{ facilities(first: -5) { edges { node { id } } } }')).toBe(2);
  });

  it('counts what stands in fragments, and every alias of its own', () => {
    const one = costOf('{ facilities(first: 50) { edges { node { id name } } } }')!;

    expect(
      costOf(`query { a: facilities(first: 50) { ...Page } b: facilities(first: 50) { ...Page } }
        fragment Page on FacilityConnection { edges { node { ... on Facility { id ...Name } } } }
        fragment Name on Facility { name }`),
    ).toBe(2 * one);
  });

  it('leaves variables of the wrong type to the execution', () => {
    expect(costOf('query ($n: Int) { facilities(first: $n) { totalCount } }', { n: 'x' })).toBe(undefined);
  });

  it('allows a whole page of the work list with the records behind it', () => {
    const cost = costOf(WORK_LIST, { first: 200 })!;

    expect(cost).toBeGreaterThan(10_000);
    expect(cost).toBeLessThan(QUESTION_LIMITS.highestCost);
  });

  it('needs no more time where every fragment takes in the next one twice', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    );

    expect(costOf(`{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { riskBands { band } }`)).toBe(
      2 ** 40 * (1 + 5),
    );
  });
});

describe('the assumed list sizes', () => {
  const lists = Object.values(SCHEMA.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields())
          .filter((field) => isListType(getNullableType(field.type)))
          .filter((field) => !field.args.some(({ name }) => name === 'first'))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );

  it('name every list that is asked for without a length, and no other', () => {
    expect(Object.keys(LIST_SIZES).sort()).toEqual(lists.sort());
  });
});
