import type { RunningService } from '../../support/running-service.js';

interface PooledClient {
  query(...parameters: unknown[]): unknown;
}

/** Tells `heard` every statement that reaches the database's driver, until it is called off. */
export function listenToStatements(service: RunningService, heard: (sql: string) => void): () => void {
  const { master } = service.database.dataSource.driver as unknown as {
    master: { Client: { prototype: PooledClient } };
  };
  const { prototype } = master.Client;
  const original = Object.getOwnPropertyDescriptor(prototype, 'query')!;
  Object.defineProperty(prototype, 'query', {
    ...original,
    value(this: PooledClient, ...parameters: unknown[]): unknown {
      const [sql] = parameters;
      heard(typeof sql === 'string' ? sql : String((sql as { text?: string }).text));
      return (original.value as PooledClient['query']).apply(this, parameters);
    },
  });
  return () => Object.defineProperty(prototype, 'query', original);
}
