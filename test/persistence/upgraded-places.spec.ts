import { DataSource, type QueryRunner } from 'typeorm';
import { NameOperatorsOfKnownPlaces1795388795071 } from '../../migrations/1795388795071-name-operators-of-known-places.js';
import { KeepIdentifiersOfSecretPlaces1795388795091 } from '../../migrations/1795388795091-keep-identifiers-of-secret-places.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { crisisCentre } from '../factories/every-table.js';
import { ImportBench } from '../factories/import-bench.js';
import { fillTwoPlaces } from '../factories/two-places.js';
import { connectionTo, testServer } from '../support/test-server.js';

const PLACES = 'select row::text from facility_profiles row order by 1';
const SECRETS = 'select row::text from secret_identifiers row order by 1';

describe('a database of before', () => {
  let bench: ImportBench;
  let owner: DataSource;
  let runner: QueryRunner;
  beforeAll(async () => {
    bench = await ImportBench.open();
    await fillTwoPlaces(bench);
    await bench.import(...crisisCentre('2026-03-01'));
    owner = await new DataSource(connectionTo(testServer(), bench.database.name)).initialize();
    runner = owner.createQueryRunner();
  });
  afterAll(async () => {
    await runner.release();
    await owner.destroy();
    await bench.close();
  });

  const seen = async (): Promise<unknown> => [await bench.rows(PLACES), await bench.rows(SECRETS)];

  it('names operators and keeps identifiers apart as a matching does, so that operators see their places at once', async () => {
    const matched = await seen();
    const operator: Identity = { role: 'OPERATOR_USER', person: 'operator', cvrNumber: '40084525' };
    expect(await bench.rows(SECRETS)).toHaveLength(1);

    await runner.startTransaction();
    await new KeepIdentifiersOfSecretPlaces1795388795091().down(runner);
    await runner.query('update facility_profiles set operator_cvr_number = null');
    await new NameOperatorsOfKnownPlaces1795388795071().up(runner);
    await new KeepIdentifiersOfSecretPlaces1795388795091().up(runner);
    await runner.commitTransaction();

    expect(await seen()).toEqual(matched);
    expect(await bench.rowsFor(operator, PLACES)).toHaveLength(1);
    expect(await bench.rowsFor(operator, SECRETS)).toEqual([]);
  });
});
