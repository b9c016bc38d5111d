import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseDay, type Day } from '../domain/shared/day.js';

function read(value: unknown): Day {
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (!day) throw new GraphQLError(`${JSON.stringify(value)} is not a day; write it as YYYY-MM-DD.`);
  return day;
}

export const DayScalar = new GraphQLScalarType<Day, string>({
  name: 'Day',
  description: 'A calendar day in Denmark as YYYY-MM-DD.',
  serialize: (value) => read(value),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
