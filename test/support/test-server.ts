import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';

export const TEST_APPLICATION_ROLE = 'samtilsyn_test_app';
/** Handed from the global set-up to the workers, which jest starts afterwards. */
export const SERVER_VARIABLE = 'SAMTILSYN_TEST_SERVER';

/** The server that all database specs share; every spec file gets a clone of the template. */
export interface TestServer {
  readonly owner: { host: string; port: number; user: string; password?: string };
  readonly template: string;
}

/** A database to clone, and the data folder that its audit log's key and checkpoints lie in. */
export interface CountryTemplate {
  readonly database: string;
  readonly folder: string;
}

export function testServer(): TestServer {
  const text = process.env[SERVER_VARIABLE];
  if (!text) throw new Error('Database specs run through jest with the global set-up in jest.config.js.');
  return JSON.parse(text) as TestServer;
}

export function connectionTo(
  server: TestServer,
  database: string,
  user = server.owner.user,
): DataSourceOptions {
  const { host, port, password } = server.owner;
  return { type: 'postgres', host, port, username: user, database, ...(password ? { password } : {}) };
}

export async function asOwner<T>(
  server: TestServer,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const config: ClientConfig = { ...server.owner, database };
  const client = new Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function randomName(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

/** Known from the name of the empty template, for the last one to clear away. */
export function countryTemplateOf(emptyTemplate: string): CountryTemplate {
  const database = `${emptyTemplate}_country`;
  return { database, folder: path.join(tmpdir(), database) };
}
