import { asOwner, testServer } from './test-server.js';

/** Drops the template and stops the embedded server. */
export default async function stopDatabase(): Promise<void> {
  const server = testServer();
  await asOwner(server, 'postgres', (client) =>
    client.query(`drop database if exists ${server.template} with (force)`),
  );
  await (globalThis as { leaveTestServer?: () => Promise<void> }).leaveTestServer?.();
}
