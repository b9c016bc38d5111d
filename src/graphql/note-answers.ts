import {
  getNamedType,
  GraphQLID,
  isAbstractType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from './request-context.js';

/** Kinds that the log counts without naming each: parts of an object that is named, and public facts. */
const COUNTED_ONLY = new Set(['FacilityScore', 'FacilitySource', 'Finding', 'Municipality', 'RiskBand']);

/**
 * Makes every answered object note itself in the audit trail of its request, however it was reached: no resolver can
 * forget it, and a type with an id that comes later is noted without being told.
 */
export function noteAnswers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // GraphQL would otherwise ask our hook which type an object of a union has, and always hear yes.
    if (isAbstractType(type) && !type.resolveType && !type.name.startsWith('__')) {
      throw new Error(
        `The type ${type.name} needs a resolveType, or the audit trail cannot tell its objects apart.`,
      );
    }
    if (isObjectType(type) && !type.name.startsWith('__')) noteObjectsOf(type);
  }
  return schema;
}

// Asked once for every object that is about to be answered, before its fields are.
function noteObjectsOf(type: GraphQLObjectType): void {
  const { name, isTypeOf } = type;
  const fields = Object.values(type.getFields());
  const key = fields.find((field) => getNamedType(field.type) === GraphQLID)?.name;
  const isCounted = COUNTED_ONLY.has(name);
  if (key === undefined && !isCounted) return;
  const facilityKey = name === 'Facility' ? key : fields.find((field) => field.name === 'facilityId')?.name;
  type.isTypeOf = (value: Record<string, unknown>, context: RequestContext, info) => {
    const text = (property: string | undefined): string | undefined => {
      const found = property === undefined ? undefined : value[property];
      return typeof found === 'string' ? found : undefined;
    };
    context.trail.note(name, isCounted ? undefined : text(key), text(facilityKey));
    return isTypeOf ? isTypeOf(value, context, info) : true;
  };
}
