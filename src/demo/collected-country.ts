import type { DemoCountryOptions } from './demo-options.js';
import { DEMO_FILE_NAMES, DEMO_FILES, type DemoFileName } from './drop/demo-files.js';
import { generateDemoCountry } from './generate-demo-country.js';

/** The fields of one line of STPS' file that identify what it is about. */
export interface LocationVisit {
  readonly sted_id: string;
  readonly sor: string | null;
  readonly cvr: string;
  readonly p_nummer: string | null;
  readonly adresse: string | null;
  readonly tilsyn_id: string | null;
  readonly samlet_vurdering?: 0 | 1 | 2 | 3;
}

/** A whole demo country in memory, to be looked into by file and column. For small countries, as in tests. */
export class CollectedCountry {
  private readonly files = new Map<DemoFileName, string[]>(DEMO_FILE_NAMES.map((name) => [name, []]));

  constructor(options: DemoCountryOptions) {
    for (const { lines } of generateDemoCountry(options)) {
      for (const name of DEMO_FILE_NAMES) {
        const rows = this.files.get(name);
        for (const row of lines.of(name)) rows?.push(row);
      }
    }
  }

  /** Rows as they are written, without header and line endings. */
  rows(name: DemoFileName): readonly string[] {
    return this.files.get(name) ?? [];
  }

  /** Rows by column. Malformed rows come out with empty or shifted values. */
  table(name: DemoFileName): Record<string, string>[] {
    const { opening, isTruth } = DEMO_FILES[name];
    const separator = isTruth ? ',' : ';';
    const columns = opening.replace('\uFEFF', '').trim().split(separator);
    return this.rows(name).map((row) => {
      const values = row.split(separator);
      return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
    });
  }

  /** STPS' lines. Throws SyntaxError at a malformed one: use a country without noise. */
  locationVisits(): LocationVisit[] {
    return this.rows('stpsTilsyn').map((row) => JSON.parse(row) as LocationVisit);
  }
}
