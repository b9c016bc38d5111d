import { DEMO_FILES, type DemoFileName } from '../../demo/drop/demo-files.js';
import type { DemoCountryOptions } from '../../demo/demo-options.js';
import { generateDemoCountry } from '../../demo/generate-demo-country.js';
import type { SorUnit } from '../../domain/facility/sor-unit.js';
import type { SourceRecord } from '../../domain/facility/source-record.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { ARBEJDSTILSYNET_FILES } from '../../registers/arbejdstilsynet/arbejdstilsynet.files.js';
import { SOCIALTILSYNET_FILES } from '../../registers/socialtilsynet/socialtilsynet.files.js';
import { STPS_FILES } from '../../registers/stps/stps.files.js';
import type { RecordOfPlace } from './pairwise.js';

/** The units of a generated country as its three registers have them, and where each really is. */
export interface DemoRecords {
  readonly records: readonly SourceRecord[];
  readonly sorUnits: readonly SorUnit[];
  readonly truth: readonly RecordOfPlace[];
}

const FILES: readonly RegisterFile[] = [...SOCIALTILSYNET_FILES, ...ARBEJDSTILSYNET_FILES, ...STPS_FILES];
const WITH_UNITS: readonly DemoFileName[] = ['tilbud', 'atTilsyn', 'stpsTilsyn', 'sor'];

/** Generates a country in memory and reads its rows as the importer does; faulty rows are left out. */
export function demoRecords(options: DemoCountryOptions): DemoRecords {
  const readers = WITH_UNITS.map((name) => {
    const { path, opening } = DEMO_FILES[name];
    const file = FILES.find((candidate) => candidate.path === path);
    if (!file) throw new RangeError(`No register file has the path ${path}.`);
    return { name, reader: file.open(opening.replace('\uFEFF', '').trim() || undefined) };
  });
  const records = new Map<string, SourceRecord>();
  const sorUnits = new Map<string, SorUnit>();
  const truth: RecordOfPlace[] = [];
  for (const { lines } of generateDemoCountry(options)) {
    for (const { name, reader } of readers) {
      for (const line of lines.of(name)) {
        const parsed = reader.readLine(line);
        if (parsed.kind === 'fault') continue;
        const { record, sorUnit } = parsed.facts;
        if (record) records.set(record.sourceKey, record);
        if (sorUnit) sorUnits.set(sorUnit.sorCode, sorUnit);
      }
    }
    for (const line of lines.of('links')) truth.push(line.split(',') as [string, string]);
  }
  return { records: [...records.values()], sorUnits: [...sorUnits.values()], truth };
}
