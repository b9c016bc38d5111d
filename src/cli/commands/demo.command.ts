import { addDays, dayInDenmark, parseDay } from '../../domain/shared/day.js';
import { writeDemoDrop } from '../../demo/write-demo-drop.js';
import { WrongUsage, type Command } from '../command.js';

const DAYS_OF_HISTORY = 8 * 365;

export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo <folder> [--places N] [--seed N] [--noise X] [--delivered-on YYYY-MM-DD] [--json]',
  summary: 'write an invented country as a drop, with the truth beside it',
  options: {
    places: { type: 'string' },
    seed: { type: 'string' },
    noise: { type: 'string' },
    'delivered-on': { type: 'string' },
    json: { type: 'boolean' },
  },
  words: ['folder'],
  needsDatabase: false,
  async run([folder = ''], options, { onProgress, print, resolve }) {
    const given = options['delivered-on'];
    const deliveredOn = typeof given === 'string' ? parseDay(given) : dayInDenmark(new Date());
    if (!deliveredOn) throw new WrongUsage(`--delivered-on is "${String(given)}"; write a day as YYYY-MM-DD`);
    const places = numberOf('places', options['places'], 300);
    const written = await writeDemoDrop(
      resolve(folder),
      {
        places,
        seed: numberOf('seed', options['seed'], 1),
        noise: numberOf('noise', options['noise'], 1),
        deliveredOn,
        from: addDays(deliveredOn, -DAYS_OF_HISTORY),
      },
      (done, total) => onProgress({ phase: `making ${places} places`, done, total }),
    );
    onProgress.end();
    print(
      options['json']
        ? JSON.stringify(written)
        : `${written.places} places written to ${written.folder}, the truth to ${written.truthFolder}`,
    );
    return 0;
  },
};

function numberOf(name: string, text: unknown, fallback: number): number {
  if (typeof text !== 'string') return fallback;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new WrongUsage(`--${name} is "${text}"; give a number`);
  return value;
}
