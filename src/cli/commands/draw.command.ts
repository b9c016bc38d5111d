import { dayInDenmark, parseDay } from '../../domain/shared/day.js';
import { nextQuarter, quarterOf } from '../../domain/risk/selection/quarter.js';
import { RandomDraws } from '../../selection/random-draws.service.js';
import { WrongUsage, type Command } from '../command.js';
import { table } from '../terminal.js';

export const drawCommand: Command = {
  name: 'draw',
  usage: 'draw [--quarter YYYY-MM-DD] [--json]',
  summary: 'draw the places that chance chooses for a quarter, the next one if nothing is said',
  options: { quarter: { type: 'string' }, json: { type: 'boolean' } },
  words: [],
  needsDatabase: true,
  async run(_words, { quarter, json }, { services, print }) {
    const today = dayInDenmark(new Date());
    const within = typeof quarter === 'string' ? parseDay(quarter) : nextQuarter(quarterOf(today)).from;
    if (!within) throw new WrongUsage(`--quarter is "${String(quarter)}"; write a day of it as YYYY-MM-DD`);
    const reports = await services.get(RandomDraws).drawQuarter(within, today);
    if (json) {
      print(JSON.stringify(reports));
      return 0;
    }
    const { from, to } = quarterOf(within);
    print(`drawn for ${from} to ${to}\n`);
    print(
      table(
        ['', 'share', 'chance could choose', 'chance chose', 'visited anyway'],
        reports.map(({ authority, share, frameSize, drawn, certain }) => [
          authority,
          share.toFixed(2),
          frameSize,
          drawn,
          certain,
        ]),
      ),
    );
    return 0;
  },
};
