import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * A question for one field of Query with everything that can be asked for below it, but for objects inside themselves.
 * `given` are the values of arguments by `Type.field`, as they are written.
 */
export function wholeQuestion(
  schema: GraphQLSchema,
  name: string,
  given: Readonly<Record<string, string>>,
): string {
  const query = schema.getQueryType()!;
  const field = query.getFields()[name]!;
  return `{ ${fieldText(query, field, given, [])} }`;
}

function fieldText(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, string>>,
  above: readonly string[],
): string {
  const key = `${type.name}.${field.name}`;
  const values = given[key] ?? (field.args.some(({ name }) => name === 'first') ? 'first: 100' : '');
  if (field.args.some(isRequiredArgument) && values === '') {
    throw new Error(
      `${key} needs arguments; add them to ARGUMENTS in test/e2e/access/object-matrix.spec.ts.`,
    );
  }
  const argumentText = values === '' ? '' : `(${values})`;
  const inner = getNamedType(field.type);
  if (!isObjectType(inner)) return field.name + argumentText;
  const fields = Object.values(inner.getFields())
    .filter((each) => !above.includes(getNamedType(each.type).name) && getNamedType(each.type) !== inner)
    .map((each) => fieldText(inner, each, given, [...above, inner.name]));
  return `${field.name}${argumentText} { ${fields.join(' ')} }`;
}
