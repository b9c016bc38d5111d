import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { ExpectedError } from '../domain/shared/expected-error.js';
import type { Identity } from '../domain/shared/identity.js';
import { StatementCanceller } from './cancel-statement.js';

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
  /** When it fires, the running statement is stopped, no other starts, and its reason is thrown. */
  readonly signal?: AbortSignal;
}

interface Current {
  readonly identity: Identity;
  readonly manager: EntityManager;
  readonly signal: AbortSignal | undefined;
  /** The statements so far: one connection answers one at a time, however many resolvers ask at once. */
  queue: Promise<unknown>;
  isBusy: boolean;
  readonly afterCommit: (() => void)[];
}

/**
 * Every statement runs in a transaction that carries its identity, which the row-level security policies read.
 * The transaction follows the asynchronous calls, so that no caller has to hand it on.
 */
@Injectable()
export class Transactions {
  private readonly current = new AsyncLocalStorage<Current>();
  private readonly canceller: StatementCanceller;

  constructor(private readonly dataSource: DataSource) {
    this.canceller = new StatementCanceller(dataSource);
  }

  /** Runs `work` in a transaction of its own; rolls all of it back when it throws. */
  async run<T>(identity: Identity, work: () => Promise<T>, options: Options = {}): Promise<T> {
    const { signal } = options;
    signal?.throwIfAborted();
    const afterCommit: (() => void)[] = [];
    const result = await this.begin(async (manager) => {
      signal?.throwIfAborted(); // it may have fired while every connection was in use
      await manager.query(
        `select set_config('samtilsyn.role', $1, true), set_config('samtilsyn.authority', $2, true),
           set_config('samtilsyn.unit', $3, true), set_config('samtilsyn.facility', $4, true),
           set_config('samtilsyn.cvr', $5, true), set_config('samtilsyn.purpose', $6, true),
           set_config('samtilsyn.person', $7, true), set_config('statement_timeout', $8, true),
           set_config('transaction_read_only', $9, true)`,
        [
          identity.role,
          identity.authority ?? '',
          identity.unit ?? '',
          identity.facilityId ?? '',
          identity.cvrNumber ?? '',
          identity.purpose ?? '',
          identity.person,
          String(options.statementTimeoutMs ?? 0),
          options.isReadOnly ? 'on' : 'off',
        ],
      );
      const current: Current = {
        identity,
        manager,
        signal,
        queue: Promise.resolve(),
        isBusy: false,
        afterCommit,
      };
      return this.stoppable(current, () => this.current.run(current, work));
    });
    for (const each of afterCommit) each();
    return result;
  }

  /** Does `work` once the running transaction has committed, and not where it is rolled back. Must not throw. */
  onCommit(work: () => void): void {
    this.require().afterCommit.push(work);
  }

  /** Uses the running transaction after all that was asked of it before; throws NoIdentity outside of one. */
  async use<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const current = this.require();
    const answer = current.queue.then(() => doNext(current, work));
    current.queue = answer.catch(() => undefined);
    return answer;
  }

  /** One statement in the running transaction; throws NoIdentity outside of one. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.use((manager) => manager.query<Row[]>(sql, [...parameters]));
  }

  /**
   * One statement in a transaction of its own and without identity: no policy shows it a row. For functions that the
   * service is granted by name.
   */
  async call<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.connected(() => this.dataSource.query<Row[]>(sql, [...parameters]));
  }

  /** Tells the database how its tables look after many rows were written; only the service may. */
  async refreshStatistics(): Promise<void> {
    await this.query('select refresh_statistics()');
  }

  /** Who asks; throws NoIdentity outside a transaction. */
  get identity(): Identity {
    return this.require().identity;
  }

  private async begin<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.connected(() => this.dataSource.transaction(work));
  }

  private async connected<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || error.message !== NO_FREE_CONNECTION) throw error;
      throw new ExpectedError('TIMED_OUT', 'The database is busy; try again in a little while.');
    }
  }

  // The connection is handed on only after an order to stop has reached the server, so that it cannot stop a stranger.
  private async stoppable<T>(current: Current, work: () => Promise<T>): Promise<T> {
    const { signal, manager } = current;
    if (!signal) return work();
    let order: Promise<void> | undefined;
    const stop = (): void => {
      if (current.isBusy) order = this.canceller.cancel(manager).catch(() => undefined);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await work();
    } finally {
      signal.removeEventListener('abort', stop);
      await order;
    }
  }

  private require(): Current {
    const current = this.current.getStore();
    if (!current) throw new NoIdentity();
    return current;
  }
}

const NO_FREE_CONNECTION = 'timeout exceeded when trying to connect';
const STOPPED = '57014';

async function doNext<T>(current: Current, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  current.signal?.throwIfAborted();
  current.isBusy = true;
  try {
    return await work(current.manager);
  } catch (error) {
    if (!isStopped(error)) throw error;
    current.signal?.throwIfAborted();
    throw new ExpectedError('TIMED_OUT', 'The answer took too long and was given up; ask for less.');
  } finally {
    current.isBusy = false;
  }
}

function isStopped(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === STOPPED;
}
