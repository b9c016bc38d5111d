import type { EntityManager } from 'typeorm';
import type { ArrivingFile } from '../deliveries.repository.js';
import type { FileReport } from '../import/import-report.js';
import type { StagedRow } from '../import/stage-rows.js';
import { copyStagedRows } from './copy-staged-rows.js';
import { mergeStagedRows } from './merge-staged-rows.js';
import { projectEvents } from './project-events.js';
import { projectInspections } from './project-inspections.js';
import { projectRecordVersions } from './project-record-versions.js';
import { projectRecords } from './project-records.js';

/** Merges rows as what this file said on its day, and derives anew what they tell of. */
export async function mergeIntoFile(
  manager: EntityManager,
  file: ArrivingFile,
  fileId: string,
  rows: AsyncIterable<readonly StagedRow[]>,
): Promise<Omit<FileReport, 'file'>> {
  await copyStagedRows(manager, rows);
  const counts = await mergeStagedRows(manager, file, fileId);
  await manager.query('analyze touched_rows');
  await projectRecords(manager);
  await projectRecordVersions(manager);
  await projectInspections(manager);
  await projectEvents(manager, file.path);
  return counts;
}
