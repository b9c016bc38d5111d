import { foreignLetters, forbiddenWords } from '../architecture/check-names.js';
import { readGlossary } from '../architecture/glossary-table.js';
import type { FoundName } from '../architecture/identifiers.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the names of tables and columns', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  async function names(): Promise<FoundName[]> {
    const found = await database.asOwner((client) =>
      client.query<{ table: string; column: string }>(
        `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
      ),
    );
    const tables = new Set(found.rows.map(({ table }) => table));
    return [
      ...[...tables].map((table) => ({ name: table, place: 'public' })),
      ...found.rows.map(({ table, column }) => ({ name: column, place: table })),
    ];
  }

  it('follow the glossary', async () => {
    const found = await names();

    expect(found.length).toBeGreaterThan(200);
    expect(foreignLetters(found)).toEqual([]);
    expect(forbiddenWords(found, readGlossary())).toEqual([]);
  });

  it('are missed when they do not', async () => {
    await database.asOwner((client) => client.query('create table sites (vat_number integer, påbud text)'));

    const found = await names();

    expect(foreignLetters(found)).toEqual(['sites "påbud" has letters outside ASCII']);
    expect(forbiddenWords(found, readGlossary())).toEqual([
      'public "sites" says "sites"; see "sted (hvor mennesker bor)" in the glossary',
      'sites "vat_number" says "vat number"; see "CVR-nummer" in the glossary',
    ]);
  });
});
