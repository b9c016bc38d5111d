import {
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { PARTS, SEEN_OBJECTS } from '../../../../src/access/matrix/seen-objects.js';
import type { Scope } from '../../../../src/access/matrix/visibility.js';
import type { Identity, Role } from '../../../../src/domain/shared/identity.js';
import type { World } from './world.js';

/** An object of an answer with its type. */
export interface Seen {
  readonly type: string;
  readonly value: Readonly<Record<string, unknown>>;
}
/** Whether an object, reached through those above it, is within a scope for somebody. */
export type IsWithin = (
  scope: Scope,
  asker: Identity,
  object: Seen,
  above: readonly Seen[],
  world: World,
) => boolean;

/** Stands in an answer where the value is made of what the asker may see, and need only be there. */
export const COUNTED = '[counted from what may be seen]';
const HIDDEN = Symbol('hidden');

/** How often a cell (`Type` or `Type.field`) was seen and not seen. */
export type Tally = Map<string, { shown: number; hidden: number }>;

/** What `asker` must be answered by the matrix, where the service itself sees `answer`. Nothing is left out by chance. */
export class ToldAnswer {
  constructor(
    private readonly asker: Identity,
    private readonly world: World,
    private readonly isWithin: IsWithin,
    private readonly tally: Tally,
  ) {}

  /** The value of a field of this type; null or empty where it is hidden. */
  of(type: GraphQLOutputType, value: unknown, above: readonly Seen[] = []): unknown {
    const told = this.value(type, value, above);
    return told === HIDDEN ? null : told;
  }

  private value(type: GraphQLOutputType, value: unknown, above: readonly Seen[]): unknown {
    const nullable = getNullableType(type);
    if (value === null || value === undefined) return null;
    if (isListType(nullable)) {
      return (value as unknown[])
        .map((item) => this.value(nullable.ofType, item, above))
        .filter((item) => item !== HIDDEN);
    }
    return isObjectType(nullable) ? this.object(nullable, value as Seen['value'], above) : value;
  }

  private object(type: GraphQLObjectType, value: Seen['value'], above: readonly Seen[]): unknown {
    const here: Seen = { type: type.name, value };
    if (!PARTS.includes(type.name)) {
      const scope = SEEN_OBJECTS[type.name]?.seenBy[this.role];
      const isSeen = scope !== undefined && this.isWithin(scope, this.asker, here, above, this.world);
      this.count(type.name, isSeen);
      if (!isSeen) {
        this.countBelow(type, value);
        return HIDDEN;
      }
      if (scope === 'COUNTED') return COUNTED;
    }
    const told: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(type.getFields())) {
      if (!(name in value)) continue;
      const seen = this.field(here, name, field.type, value[name], above);
      if (seen === HIDDEN && isNonNullType(field.type)) return HIDDEN;
      told[name] = seen === HIDDEN ? null : seen;
    }
    if ('totalCount' in told && Array.isArray(told['followUps'])) told['totalCount'] = told['followUps'].length;
    if ('pageInfo' in told && 'edges' in told) pageOf(told, told['edges'] as { cursor: string }[]);
    return told;
  }

  private field(here: Seen, name: string, type: GraphQLOutputType, value: unknown, above: readonly Seen[]): unknown {
    const narrower = SEEN_OBJECTS[here.type]?.narrower?.[name];
    if (narrower !== undefined) {
      const scope = narrower[this.role];
      const isSeen = scope !== undefined && this.isWithin(scope, this.asker, here, above, this.world);
      if (value !== null) this.count(`${here.type}.${name}`, isSeen);
      if (!isSeen) return isListType(getNullableType(type)) ? [] : HIDDEN;
      if (scope === 'COUNTED') return COUNTED;
    } else if (value !== null && !PARTS.includes(here.type)) {
      this.count(`${here.type}.${name}`, true);
    }
    const isObject = isObjectType(getNamedType(type));
    return this.value(type, value, isObject ? [...above, here] : above);
  }

  private get role(): Role {
    return this.asker.role as Role;
  }

  /** What belongs to an object that is not seen is not seen either. */
  private countBelow(type: GraphQLObjectType, value: Seen['value']): void {
    for (const [name, field] of Object.entries(type.getFields())) {
      const inner = getNamedType(field.type);
      if (value[name] != null && SEEN_OBJECTS[type.name]?.narrower?.[name]) this.count(`${type.name}.${name}`, false);
      if (!isObjectType(inner) || value[name] == null) continue;
      for (const each of [value[name]].flat() as Seen['value'][]) {
        this.count(inner.name, false);
        this.countBelow(inner, each);
      }
    }
  }

  private count(cell: string, isSeen: boolean): void {
    const key = `${this.role} ${cell}`;
    const { shown, hidden } = this.tally.get(key) ?? { shown: 0, hidden: 0 };
    this.tally.set(key, isSeen ? { shown: shown + 1, hidden } : { shown, hidden: hidden + 1 });
  }
} // prettier-ignore

/** What a list says of itself is about those that are left of it; it was asked for as one page. */
function pageOf(told: Record<string, unknown>, edges: readonly { cursor: string }[]): void {
  told['totalCount'] = edges.length;
  told['pageInfo'] = {
    ...(told['pageInfo'] as object | undefined),
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
}

/** The answer with everything that need only be there replaced by the word for it. */
export function withoutCounted(answer: unknown, told: unknown): unknown {
  if (told === COUNTED) return answer === null || answer === undefined ? answer : COUNTED;
  if (Array.isArray(answer) && Array.isArray(told)) {
    return answer.map((item, index) => withoutCounted(item, told[index]));
  }
  if (typeof answer !== 'object' || answer === null || typeof told !== 'object' || told === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, item]) => [key, withoutCounted(item, (told as Record<string, unknown>)[key])]),
  );
} // prettier-ignore
