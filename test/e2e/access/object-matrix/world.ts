import type { TestDatabase } from '../../../support/test-database.js';

/** Facts that the API does not tell everybody, read as the owner of the tables: what the scopes rest on. */
export interface World {
  readonly sources: ReadonlyMap<string, { authority: string; unit: string | null; hidesAddress: boolean }>;
  readonly sourcesOf: ReadonlyMap<string, readonly string[]>;
  readonly heldTexts: ReadonlyMap<string, { source: string; secrecy: string; unit: string | null }>;
  readonly toldQuarters: ReadonlySet<string>;
}

export async function readWorld(database: TestDatabase): Promise<World> {
  return database.asOwner(async (client) => {
    const sources = await client.query<{ key: string; authority: string; unit: string | null; hidesAddress: boolean }>(
      `select source_key as key, authority, responsible_unit as unit, hides_address as "hidesAddress" from source_records`,
    );
    const links = await client.query<{ id: string; keys: string[] }>(
      `select facility_id::text as id, array_agg(source_key) as keys from facility_links where valid_to is null group by 1`,
    );
    const held = await client.query<{ id: string; source: string; secrecy: string; unit: string | null }>(
      `select id::text, source, secrecy, (select responsible_unit from source_records r where r.source_key = h.source_key) as unit from held_texts h`,
    );
    const told = await client.query<{ quarter: string }>(
      `select distinct quarter::text from facility_data_uses where quarter + interval '3 months' <= current_date - audit_period('DATA_USE_DELAY')`,
    );
    return {
      sources: new Map(sources.rows.map(({ key, ...source }) => [key, source])),
      sourcesOf: new Map(links.rows.map(({ id, keys }) => [id, keys])),
      heldTexts: new Map(held.rows.map(({ id, ...text }) => [id, text])),
      toldQuarters: new Set(told.rows.map(({ quarter }) => quarter)),
    };
  });
} // prettier-ignore
