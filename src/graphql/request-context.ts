import DataLoader from 'dataloader';
import type { Request, Response } from 'express';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { Identity } from '../domain/shared/identity.js';

/** One DataLoader per field and request: whatever many objects ask for becomes one question to a service. */
export class RequestLoaders {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** The answer for `id`, asked together with all others of `field`; `none` where the service has nothing. */
  async load<Value>(
    field: string,
    id: string,
    none: Value,
    askAll: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Value> {
    let loader = this.loaders.get(field);
    if (!loader) {
      loader = new DataLoader<string, unknown>(async (ids) => {
        const answers = await askAll(ids);
        return ids.map((key) => (answers.has(key) ? answers.get(key) : none));
      });
      this.loaders.set(field, loader);
    }
    return (await loader.load(id)) as Value;
  }
}

/**
 * What every resolver gets: who asks, the loaders of this request, and the trail of what it was shown. Without identity
 * nothing is answered.
 */
export interface RequestContext {
  readonly req: Request;
  readonly res?: Response;
  readonly identity: Identity | undefined;
  readonly loaders: RequestLoaders;
  readonly trail: AuditTrail;
}
