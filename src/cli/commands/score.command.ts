import { parseDay } from '../../domain/shared/day.js';
import { RiskService } from '../../risk/risk.service.js';
import { WrongUsage, type Command } from '../command.js';
import { table } from '../terminal.js';

export const scoreCommand: Command = {
  name: 'score',
  usage: 'score [--as-of YYYY-MM-DD] [--json]',
  summary: 'train on the imported history and score every place',
  options: { 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  words: [],
  needsDatabase: true,
  async run(_words, { 'as-of': asOf, json }, { services, onProgress, print }) {
    const day = typeof asOf === 'string' ? parseDay(asOf) : undefined;
    if (typeof asOf === 'string' && !day)
      throw new WrongUsage(`--as-of is "${asOf}"; write a day as YYYY-MM-DD`);
    const report = await services.get(RiskService).scoreAll('command line', onProgress, day);
    onProgress.end();
    if (json) {
      print(JSON.stringify(report));
    } else {
      print(`${report.facilities} places scored as of ${report.asOf}\n`);
      print(
        table(
          ['model', 'training visits', 'serious'],
          report.models.map((model) => [model.authority, model.rows, model.seriousRows]),
        ),
      );
    }
    return 0;
  },
};
