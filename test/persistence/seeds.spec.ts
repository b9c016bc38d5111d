import { AVAILABILITY_ASSUMPTIONS } from '../../src/domain/inspection/outcome-availability.js';
import { isSerious, OUTCOME_DEFINITION_1 } from '../../src/domain/inspection/outcome-definition.js';
import { SEVERITY_MAPPING_VERSION_1 } from '../../src/domain/inspection/severity-mapping-version-1.js';
import { COMBINATION_RULE_VERSION_1 } from '../../src/domain/risk/dimensions/combination-rule.js';
import { RISK_BANDS_VERSION_3 } from '../../src/domain/risk/risk-bands-version-3.js';
import { AUTHORITIES } from '../../src/domain/shared/authority.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** The database's first rows are written twice, as migrations never change; these hold the two together. */
describe('the first rows of the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('weigh the terms as the severity mapping does', async () => {
    const rows = await database.dataSource.query<unknown[]>(
      `select authority, finding_kind as kind, source_term as "sourceTerm", severity, is_confirmed as confirmed
       from severity_mappings where version = 1`,
    );

    const known = SEVERITY_MAPPING_VERSION_1.filter((row) => row.severity !== null);
    expect(rows).toHaveLength(known.length);
    expect(rows).toEqual(expect.arrayContaining([...known]));
  });

  it('weigh what is at stake as the proposal does', async () => {
    const rule = COMBINATION_RULE_VERSION_1;

    expect(
      await database.dataSource.query(
        `select dimension, usual::float, hundredths_per_step as "hundredthsPerStep" from combination_rules where version = 1 order by dimension`,
      ),
    ).toEqual([
      { dimension: 'SEVERITY', ...rule.severity },
      { dimension: 'VULNERABILITY', ...rule.vulnerability },
    ]);
    const levels = await database.dataSource.query<unknown[]>(
      'select kind, term, level from vulnerability_levels where version = 1',
    );
    expect(levels).toHaveLength(rule.vulnerabilityLevels.length);
    expect(levels).toEqual(expect.arrayContaining([...rule.vulnerabilityLevels]));
  });

  it('draw the bands as the proposal does', async () => {
    const rows = await database.dataSource.query<{ band: string; lower: number; da: string }[]>(
      'select band, lower_points as lower, meaning_da as da from risk_bands where version = 3 order by lower_points',
    );

    expect(rows).toEqual(
      RISK_BANDS_VERSION_3.map((row) => ({ band: row.band, lower: row.lowerPoints, da: row.meaning.da })),
    );
  });

  it('call the same findings serious as the outcome definition', async () => {
    const rows = await database.dataSource.query<
      { authority: string; kind: string; term: string; isSerious: boolean }[]
    >(
      `select mapping.authority, mapping.finding_kind as kind, mapping.source_term as term,
         coalesce(named.is_serious, other.is_serious, false) as "isSerious"
       from severity_mappings mapping
       left join outcome_definitions named on named.version = 1 and named.authority = mapping.authority
         and named.finding_kind = mapping.finding_kind and named.source_term = mapping.source_term
       left join outcome_definitions other on other.version = 1 and other.authority = mapping.authority
         and other.finding_kind = mapping.finding_kind and other.source_term is null
       where mapping.source_term <> 'ingen'`,
    );
    const byRule = rows.map(({ authority, kind, term }) => {
      const finding = { kind: kind as 'REACTION', sourceTerm: term };
      return isSerious(OUTCOME_DEFINITION_1, authority as 'STPS', [finding]) === true;
    });

    expect(rows.map((row) => row.isSerious)).toEqual(byRule);
  });

  it('assume the same days until a fact is available', async () => {
    const rows = await database.dataSource.query<{ authority: string; days: number }[]>(
      'select authority, days_after_visit as days from availability_assumptions order by authority',
    );

    const expected = [...AUTHORITIES].sort().map((authority) => ({
      authority,
      days: AVAILABILITY_ASSUMPTIONS.find((row) => row.authority === authority)?.daysAfterVisit,
    }));
    expect(rows).toEqual(expected);
  });
});
