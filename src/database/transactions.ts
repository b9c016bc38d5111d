import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Identity } from '../domain/shared/identity.js';

/** Thrown where somebody asks the database without saying who asks. */
export class NoIdentity extends Error {
  constructor() {
    super('A query was made outside a transaction with an identity.');
  }
}

interface Options {
  /** Refuses writes in the database itself. */
  readonly isReadOnly?: boolean;
  /** Longest time one statement may take, in milliseconds; 0 means without limit. */
  readonly statementTimeoutMs?: number;
}

interface Current {
  readonly identity: Identity;
  readonly manager: EntityManager;
  /** The statements so far: one connection answers one at a time, however many resolvers ask at once. */
  queue: Promise<unknown>;
}

/**
 * Every statement runs in a transaction that carries its identity, which the row-level security policies read.
 * The transaction follows the asynchronous calls, so that no caller has to hand it on.
 */
@Injectable()
export class Transactions {
  private readonly current = new AsyncLocalStorage<Current>();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in a transaction of its own; rolls all of it back when it throws. */
  async run<T>(identity: Identity, work: () => Promise<T>, options: Options = {}): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        `select set_config('samtilsyn.role', $1, true), set_config('samtilsyn.authority', $2, true),
           set_config('samtilsyn.unit', $3, true), set_config('samtilsyn.facility', $4, true),
           set_config('statement_timeout', $5, true), set_config('transaction_read_only', $6, true)`,
        [
          identity.role,
          identity.authority ?? '',
          identity.unit ?? '',
          identity.facilityId ?? '',
          String(options.statementTimeoutMs ?? 0),
          options.isReadOnly ? 'on' : 'off',
        ],
      );
      return this.current.run({ identity, manager, queue: Promise.resolve() }, work);
    });
  }

  /** Uses the running transaction after all that was asked of it before; throws NoIdentity outside of one. */
  async use<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const current = this.require();
    const answer = current.queue.then(() => work(current.manager));
    current.queue = answer.catch(() => undefined);
    return answer;
  }

  /** One statement in the running transaction; throws NoIdentity outside of one. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.use((manager) => manager.query<Row[]>(sql, [...parameters]));
  }

  /** Tells the database how its tables look after many rows were written; only the service may. */
  async refreshStatistics(): Promise<void> {
    await this.query('select refresh_statistics()');
  }

  /** Who asks; throws NoIdentity outside a transaction. */
  get identity(): Identity {
    return this.require().identity;
  }

  private require(): Current {
    const current = this.current.getStore();
    if (!current) throw new NoIdentity();
    return current;
  }
}
