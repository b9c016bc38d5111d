import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { readConfiguration } from '../../src/config/configuration.js';
import type { FileReport } from '../../src/deliveries/import/import-report.js';
import { Importer } from '../../src/deliveries/import/importer.service.js';
import { RegisterFiles } from '../../src/deliveries/register-files.js';
import type { RegisterFile } from '../../src/domain/inspection/register-file.js';
import { SERVICE_IDENTITY, type Identity } from '../../src/domain/shared/identity.js';
import { FeaturesModule } from '../../src/features.module.js';
import { ARBEJDSTILSYNET_FILES } from '../../src/registers/arbejdstilsynet/arbejdstilsynet.files.js';
import { PLANNING_FILES } from '../../src/registers/planning/planning.files.js';
import { SOCIALTILSYNET_FILES } from '../../src/registers/socialtilsynet/socialtilsynet.files.js';
import { STPS_FILES } from '../../src/registers/stps/stps.files.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { writeDrop, type DropPart } from './drops.js';

const FILES = [...SOCIALTILSYNET_FILES, ...ARBEJDSTILSYNET_FILES, ...STPS_FILES, ...PLANNING_FILES];

const ARRIVALS = `import_runs, delivery_rollbacks, withdrawn_row_versions, row_mends, deliveries, delivery_files, delivery_file_units, quarantined_rows, register_rows, register_row_versions,
  register_row_sightings, source_records, source_record_versions, facilities, facility_links, matching_runs, facility_profiles,
  match_candidates, match_decisions, match_models, matching_memory,
  inspection_visits, visit_occasions, findings, work_accidents, concern_reports, sor_units, inspectors, inspector_leave`;

/** The real importer on a database of its own, fed with small drops from a temporary folder. */
export class ImportBench {
  private drops = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly services: TestingModule,
    readonly folder: string,
  ) {}

  /** `readAs` may swap a file that the importer knows, to make it fail. */
  static async open(readAs?: (file: RegisterFile) => RegisterFile): Promise<ImportBench> {
    const database = await createTestDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-import-'));
    const configuration = readConfiguration({ SAMTILSYN_DATA: folder });
    const services = Test.createTestingModule({
      imports: [FeaturesModule.of(configuration, database.dataSource)],
    });
    if (readAs) {
      const swapped: RegisterFiles = { inOrder: FILES.map(readAs) };
      services.overrideProvider(RegisterFiles).useValue(swapped);
    }
    return new ImportBench(database, await services.compile(), folder);
  }

  /** Writes the parts as one drop and imports it; the report of each file, by its path. */
  async import(...parts: readonly DropPart[]): Promise<Record<string, FileReport>> {
    const folder = path.join(this.folder, `drop-${(this.drops += 1)}`);
    await writeDrop(folder, parts);
    return this.importFolder(folder);
  }

  async importFolder(folder: string): Promise<Record<string, FileReport>> {
    const report = await this.services.get(Importer).importDrop(folder, 'spec', () => undefined);
    return Object.fromEntries(report.files.map((file) => [file.file, file]));
  }

  /** Rows as the service sees them. */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.rowsFor<Row>(SERVICE_IDENTITY, sql, parameters);
  }

  /** Rows as this identity sees them. */
  async rowsFor<Row>(identity: Identity, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { transactions } = this.database;
    return transactions.run(identity, () => transactions.query<Row>(sql, parameters));
  }

  /** Back to before the first import. */
  async empty(): Promise<void> {
    await this.database.asOwner((client) => client.query(`truncate ${ARRIVALS} restart identity cascade`));
  }

  async close(): Promise<void> {
    await this.services.close();
    if (this.database.dataSource.isInitialized) await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
