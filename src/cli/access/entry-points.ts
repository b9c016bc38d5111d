import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { allowedRoles } from '../../access/access.guard.js';
import type { Role } from '../../domain/shared/identity.js';

/** A method that somebody outside can call: a query, a mutation or an HTTP route. */
export interface EntryPoint {
  /** Class and method. */
  readonly name: string;
  /** Query, Mutation, or the method of HTTP. */
  readonly kind: string;
  /** What it is called from outside: the field of the schema, or the path. */
  readonly outsideName: string;
  /** Who may use it; undefined where nothing was decided. */
  readonly roles: readonly Role[] | 'EVERYBODY' | undefined;
}

/** All classes that Nest has put together, from every module. */
export function classesOf(app: INestApplicationContext): Type[] {
  const modules = [...app.get(ModulesContainer).values()];
  const wrappers = modules.flatMap((module) => [
    ...module.providers.values(),
    ...module.controllers.values(),
  ]);
  return [...new Set(wrappers.flatMap(({ metatype }) => (isClass(metatype) ? [metatype] : [])))];
}

export function entryPointsOf(classes: readonly Type[]): EntryPoint[] {
  return classes.flatMap((each) =>
    methodsOf(each).flatMap(([name, method]) => {
      const kind = kindOf(method);
      return kind === undefined
        ? []
        : [
            {
              name: `${each.name}.${name}`,
              kind,
              outsideName: isOperation(kind) ? operationNameOf(method, name) : pathOf(each, method),
              roles: allowedRoles(method),
            },
          ];
    }),
  );
}

export function isOperation(kind: string): boolean {
  return kind === 'Query' || kind === 'Mutation' || kind === 'Subscription';
}

function operationNameOf(method: object, name: string): string {
  return (Reflect.getMetadata(RESOLVER_NAME_METADATA, method) as string | undefined) ?? name;
}

function pathOf(controller: Type, method: object): string {
  const parts = [controller, method].map(
    (each) => Reflect.getMetadata(PATH_METADATA, each) as string | undefined,
  );
  const path = parts.flatMap((part) => (part ?? '').split('/')).filter(Boolean);
  return `/${path.join('/')}`;
}

function isClass(candidate: unknown): candidate is Type {
  return typeof candidate === 'function' && candidate.prototype !== undefined;
}

// Up to Object, because a handler may be inherited.
function methodsOf(each: Type): [string, object][] {
  const found = new Map<string, object>();
  for (
    let prototype = each.prototype as object;
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value === 'function' && name !== 'constructor' && !found.has(name))
        found.set(name, value as object);
    }
  }
  return [...found];
}

function kindOf(method: object): string | undefined {
  const operation: unknown = Reflect.getMetadata(RESOLVER_TYPE_METADATA, method);
  if (typeof operation === 'string' && isOperation(operation)) return operation;
  const isRoute = Reflect.getMetadata(PATH_METADATA, method) !== undefined;
  if (!isRoute) return undefined;
  return RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod];
}
