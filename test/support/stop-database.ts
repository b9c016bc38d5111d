import { rmSync } from 'node:fs';
import { asOwner, countryTemplateOf, testServer } from './test-server.js';

/** Drops the template and stops the embedded server. */
export default async function stopDatabase(): Promise<void> {
  const server = testServer();
  const country = countryTemplateOf(server.template);
  await asOwner(server, 'postgres', async (client) => {
    await client.query(`drop database if exists ${country.database} with (force)`);
    await client.query(`drop database if exists ${server.template} with (force)`);
  });
  rmSync(country.folder, { recursive: true, force: true });
  await (globalThis as { leaveTestServer?: () => Promise<void> }).leaveTestServer?.();
}
