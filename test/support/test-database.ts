import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { connect } from '../../src/database/open-database.js';
import { Transactions } from '../../src/database/transactions.js';
import { asOwner, connectionTo, randomName, TEST_APPLICATION_ROLE, testServer } from './test-server.js';

/** A migrated database of one spec file's own, seen as the service's role. */
export interface TestDatabase {
  readonly name: string;
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  /** As the tables' owner; row-level security is forced, so only a superuser sees all. */
  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function createTestDatabase(template = testServer().template): Promise<TestDatabase> {
  const server = testServer();
  const name = randomName('samtilsyn_spec');
  await asOwner(server, 'postgres', (client) => client.query(`create database ${name} template ${template}`));
  const dataSource = await connect(connectionTo(server, name, TEST_APPLICATION_ROLE));
  return {
    name,
    dataSource,
    transactions: new Transactions(dataSource),
    asOwner: (work) => asOwner(server, name, work),
    close: async () => {
      await dataSource.destroy();
      await asOwner(server, 'postgres', (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}
