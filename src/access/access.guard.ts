import { CanActivate, ExecutionContext, Injectable, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ExpectedError } from '../domain/shared/expected-error.js';
import type { Identity, Role } from '../domain/shared/identity.js';
import { notSignedIn, Sessions } from './sessions.js';

const ALLOWED_ROLES = 'samtilsyn:allowed-roles';

/** The roles that may call a query, a mutation or a page. Without this mark nobody may. */
export const AllowRoles = (...roles: readonly Role[]): CustomDecorator => SetMetadata(ALLOWED_ROLES, roles);

/** Only for what must be reached before anybody has an identity: the sign-in page and the health check. */
export const AllowEverybody = (): CustomDecorator => SetMetadata(ALLOWED_ROLES, 'EVERYBODY');

/** The marked roles of a handler; undefined where nothing was decided. */
export function allowedRoles(handler: object): readonly Role[] | 'EVERYBODY' | undefined {
  return Reflect.getMetadata(ALLOWED_ROLES, handler) as readonly Role[] | 'EVERYBODY' | undefined;
}

/** Denies by default: every entry point names the roles that may use it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const allowed = this.reflector.get<readonly Role[] | 'EVERYBODY' | undefined>(
      ALLOWED_ROLES,
      context.getHandler(),
    );
    if (allowed === 'EVERYBODY') return true;
    const identity = this.whoAsks(context);
    if (!allowed?.some((role) => role === identity.role)) {
      throw new ExpectedError('FORBIDDEN', `The role ${identity.role} may not do this.`);
    }
    return true;
  }

  // Resolvers are guarded by the identity that their transaction will have.
  private whoAsks(context: ExecutionContext): Identity {
    if (context.getType<'http' | 'graphql'>() !== 'graphql') {
      return this.sessions.expectIdentity(context.switchToHttp().getRequest());
    }
    const { identity } = GqlExecutionContext.create(context).getContext<{ identity: Identity | undefined }>();
    if (!identity) throw notSignedIn();
    return identity;
  }
}
