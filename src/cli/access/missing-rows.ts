import { isObjectType, type GraphQLSchema } from 'graphql';
import { PARTS, SEEN_OBJECTS, type SeenObject } from '../../access/matrix/seen-objects.js';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * What the matrix of objects lacks of a schema and what it has too much of, each with the mend; `objects` and `parts`
 * are the matrix.
 */
export function missingRows(
  schema: GraphQLSchema,
  objects: Readonly<Record<string, SeenObject>> = SEEN_OBJECTS,
  parts: readonly string[] = PARTS,
): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__') && !ROOTS.has(type.name),
  );
  const missing = types.flatMap((type) => {
    if (!isObjectType(type) || parts.includes(type.name)) return [];
    const row = objects[type.name];
    const fields = Object.keys(type.getFields()).sort();
    if (row === undefined) {
      return [
        `${type.name} has no row: add to SEEN_OBJECTS in src/access/matrix/seen-objects.ts\n  ${type.name}: { seenBy: staff('ALL'), fields: '${fields.join(' ')}' },\nwith the roles that see it and how far, or its name to PARTS there where it is a value of other objects.`,
      ];
    }
    const told = fieldsOf(row);
    return [
      ...fields.filter((field) => !told.includes(field)).map((field) => `${type.name}.${field} is not told: add it to fields of ${type.name} in src/access/matrix/seen-objects.ts, or to narrower where fewer people see it than the object.`),
      ...told.filter((field) => !fields.includes(field)).map((field) => `${type.name}.${field} is told in src/access/matrix/seen-objects.ts, but the schema has no such field: take it out.`),
    ];
  }); // prettier-ignore
  const names = new Set(types.map(({ name }) => name));
  const tooMuch = [...Object.keys(objects), ...parts]
    .filter((name) => !names.has(name))
    .map(
      (name) =>
        `${name} is told in src/access/matrix/seen-objects.ts, but the schema has no such type: take it out.`,
    );
  return [...missing, ...tooMuch];
}

export function fieldsOf({ fields, narrower = {} }: SeenObject): string[] {
  return [...fields.split(/\s+/), ...Object.keys(narrower)];
}
