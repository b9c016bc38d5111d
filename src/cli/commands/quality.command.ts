import { DataQualityService } from '../../facilities/data-quality.service.js';
import type { Command } from '../command.js';
import { table } from '../terminal.js';

export const qualityCommand: Command = {
  name: 'quality',
  usage: 'quality [--json]',
  summary: 'report per register what is missing, stale, unmatched and conflicting',
  options: { json: { type: 'boolean' } },
  words: [],
  needsDatabase: true,
  async run(_words, { json }, { services, print }) {
    const quality = services.get(DataQualityService);
    const report = await quality.report();
    if (json) {
      print(JSON.stringify(report));
      return 0;
    }
    const registers = report.registers.map(({ authority, ...counts }) => [
      authority,
      ...Object.values(counts),
    ]);
    print(
      table(
        [
          'register',
          'records',
          'ended',
          'no address',
          'secret address',
          'no P-number',
          'no CVR',
          'stale',
          'unmatched',
          'quarantined',
        ],
        registers,
      ),
    );
    print('');
    print(
      table(
        ['attribute', 'places with a conflict'],
        report.conflicts.map(({ attribute, places }) => [attribute, places]),
      ),
    );
    return 0;
  },
};
