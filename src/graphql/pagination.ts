import { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { PageRequest } from './page-request.js';
import { ExpectedError } from '../domain/shared/expected-error.js';

export const LARGEST_PAGE = 200;
export const DEFAULT_PAGE = 25;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start, 1-${LARGEST_PAGE}; ${DEFAULT_PAGE} if nothing is said.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the end, 1-${LARGEST_PAGE}; goes with before.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many to skip, for numbered pages; not together with a cursor.',
  })
  offset?: number | null;
}

/**
 * Checks the arguments together; throws BAD_INPUT naming the field, the value and the mend. Null is not given: clients
 * that walk through pages with one question send it for a cursor that they do not have yet.
 */
export function pageRequest({ first, after, last, before, offset }: PageArgs): PageRequest {
  const isBackward = last != null || (before != null && first == null);
  if (first != null && last != null) {
    throw new ExpectedError('BAD_INPUT', 'first and last were both given; give one of them.');
  }
  if (after != null && before != null) {
    throw new ExpectedError('BAD_INPUT', 'after and before were both given; give one of them.');
  }
  if ((isBackward ? after : before) != null) {
    throw new ExpectedError('BAD_INPUT', 'first goes with after, last goes with before.');
  }
  const cursor = after ?? before ?? undefined;
  if (offset != null && (cursor !== undefined || isBackward || offset < 0)) {
    throw new ExpectedError(
      'BAD_INPUT',
      `offset is ${offset}; it must be 0 or more and stand without a cursor.`,
    );
  }
  const [name, limit] = isBackward ? ['last', last ?? DEFAULT_PAGE] : ['first', first ?? DEFAULT_PAGE];
  if (!(limit >= 1 && limit <= LARGEST_PAGE)) {
    throw new ExpectedError('BAD_INPUT', `${name} is ${limit}; it must be from 1 to ${LARGEST_PAGE}.`);
  }
  return { limit, isBackward, cursor, offset: offset ?? 0 };
}

@ObjectType({ description: 'Where a page lies in the whole list (Relay).' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => Boolean)
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor?: string;

  @Field(() => String, { nullable: true })
  endCursor?: string;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The connection type of a node type, in the Relay form. */
export function connectionOf<Node>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class EdgeType implements Edge<Node> {
    @Field(() => String)
    cursor: string;

    @Field(() => node)
    node: Node;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType])
    edges: EdgeType[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many there are in all, on every page together.' })
    totalCount: number;
  }
  return ConnectionType;
}
