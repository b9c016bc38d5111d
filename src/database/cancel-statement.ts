import { Pool, type PoolConfig } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Stops statements of this service that nobody waits for any more. It asks through a connection of its own, because the
 * service's may all be busy with what is to be stopped; the connection is closed after a second without use.
 */
export class StatementCanceller {
  private pool: Pool | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Stops what the connection of `manager` is doing; resolves when the server has passed the order on. */
  async cancel(manager: EntityManager): Promise<void> {
    const { processID } = (await manager.queryRunner!.connect()) as { processID: number };
    this.pool ??= this.open();
    await this.pool.query('select pg_cancel_backend($1)', [processID]);
  }

  private open(): Pool {
    // The driver's pool keeps what it connects with; it hides the password from being copied with the rest.
    const { options } = (this.dataSource.driver as unknown as { master: { options: PoolConfig } }).master;
    const { password } = options;
    const pool = new Pool({ ...options, password, max: 1, idleTimeoutMillis: 1000, allowExitOnIdle: true });
    pool.on('error', () => undefined); // a connection that breaks while idle is simply opened anew
    return pool;
  }
}
