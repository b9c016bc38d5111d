import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Draws } from '../draws.js';
import { HOSTILE_JSON, HOSTILE_TEXTS, hostileValue } from '../hostile-values.js';
import { mutateText } from '../mutate-text.js';
import type { FuzzRequest } from './fuzz-request.js';

/** A question to the API: made from the schema, then damaged in its text, its variables or its frame. */
export function drawQuestion(
  schema: GraphQLSchema,
  draws: Draws,
  headers: Record<string, string>,
): FuzzRequest {
  const { query, variables } = new Question(schema, draws).write();
  const text = draws.chance(0.5) ? mutateText(query, draws) : query;
  if (draws.chance(0.15)) return byGet(text, variables, draws, headers);
  return {
    method: 'POST',
    path: '/graphql',
    headers: { ...headers, 'content-type': 'application/json' },
    body: bodyOf(text, variables, draws),
  };
}

function byGet(query: string, variables: object, draws: Draws, headers: Record<string, string>): FuzzRequest {
  const parts = [`query=${encode(query)}`, `variables=${encode(JSON.stringify(variables))}`];
  if (draws.chance(0.3)) parts.push(`extensions=${encode(draws.pick(HOSTILE_TEXTS))}`);
  if (draws.chance(0.3)) parts.push(parts[0]!);
  if (draws.chance(0.3)) parts.splice(draws.below(parts.length), 1);
  return { method: 'GET', path: `/graphql?${parts.join('&')}`, headers };
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).slice(0, 8000);
}

function bodyOf(query: string, variables: object, draws: Draws): string {
  const frame: Record<string, unknown> = { query, variables };
  if (draws.chance(0.1)) frame['operationName'] = hostileValue(draws);
  if (draws.chance(0.05)) frame[draws.pick(['query', 'variables', 'extensions', 'id'])] = hostileValue(draws);
  const text = JSON.stringify(frame);
  if (draws.chance(0.05))
    return text.replace(/"variables":\{.*\}/, `"variables":{"v0":${draws.pick(HOSTILE_JSON)}}`);
  if (draws.chance(0.03)) return draws.pick(HOSTILE_JSON);
  return draws.chance(0.08) ? mutateText(text, draws) : text;
}

/** A question that fits the schema, apart from the values of its arguments. */
class Question {
  private readonly variables: Record<string, unknown> = {};
  private readonly definitions: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draws: Draws,
  ) {}

  write(): { query: string; variables: Record<string, unknown> } {
    const isMutation = this.draws.chance(0.1);
    const root = isMutation ? this.schema.getMutationType() : this.schema.getQueryType();
    const selections = this.selections(root!, 0);
    const definitions = this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
    return {
      query: `${isMutation ? 'mutation' : 'query'} Q${definitions} ${selections}`,
      variables: this.variables,
    };
  }

  private selections(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < 6 || isLeafType(getNamedType(field.type)),
    );
    const chosen = fields.length === 0 ? [] : new Set(this.draws.some(fields, depth === 0 ? 2 : 4));
    const written = [...chosen].map((field) => {
      const inner = getNamedType(field.type);
      const given = field.args.filter(({ type: each }) => isNonNullType(each) || this.draws.chance(0.4));
      const values = given.map((argument) => `${argument.name}: ${this.value(argument.type)}`);
      const call = values.length > 0 ? `(${values.join(', ')})` : '';
      const alias = this.draws.chance(0.1) ? `a${this.draws.below(3)}: ` : '';
      return `${alias}${field.name}${call}${isObjectType(inner) ? ` ${this.selections(inner, depth + 1)}` : ''}`;
    });
    return `{ ${[...written, '__typename'].join(' ')} }`;
  }

  private value(type: GraphQLInputType): string {
    if (this.draws.chance(0.4)) {
      const name = `v${this.definitions.length}`;
      this.definitions.push(`$${name}: ${String(type)}`);
      this.variables[name] = this.draws.chance(0.5) ? hostileValue(this.draws) : this.plain(type);
      return `$${name}`;
    }
    return literal(this.draws.chance(0.3) ? hostileValue(this.draws) : this.plain(type), type);
  }

  private plain(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.plain(type.ofType);
    if (isListType(type)) return [this.plain(type.ofType)];
    if (isEnumType(type)) return this.draws.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(() => this.draws.chance(0.5));
      return Object.fromEntries(
        fields.map((field) => [
          field.name,
          this.draws.chance(0.3) ? hostileValue(this.draws) : this.plain(field.type),
        ]),
      );
    }
    if (type.name === 'Int') return this.draws.pick([1, 2, 50, 200]);
    if (type.name === 'Boolean') return this.draws.chance(0.5);
    if (type.name === 'Day') return '2026-10-05';
    return this.draws.pick(HOSTILE_TEXTS);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, type)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(
        ([name, each]) =>
          `${/^[_A-Za-z]\w*$/.test(name) ? name : 'x'}: ${literal(each, fieldType(type, name))}`,
      )
      .join(', ')}}`;
  }
  if (typeof value === 'string' && isEnumType(getNamedType(type)) && /^[A-Z_]+$/.test(value)) return value;
  return JSON.stringify(value);
}

function fieldType(type: GraphQLInputType, name: string): GraphQLInputType {
  const named = getNamedType(type);
  return (isInputObjectType(named) ? named.getFields()[name]?.type : undefined) ?? type;
}
