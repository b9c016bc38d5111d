import { writeFile } from 'node:fs/promises';
import { FacilitiesService } from '../../facilities/facilities.service.js';
import { WrongUsage, type Command } from '../command.js';

const COLUMNS = ['sourceKey', 'facilityId'] as const;
const REASONS = ['rule', 'probability', 'decidedBy', 'comparedWith'] as const;

export const linksCommand: Command = {
  name: 'links',
  usage: 'links --export <file> [--reasons] [--json]',
  summary:
    'write which record belongs to which place, as CSV: source_key,facility_id; with --reasons also why, how surely and by whom',
  options: { export: { type: 'string' }, reasons: { type: 'boolean' }, json: { type: 'boolean' } },
  words: [],
  needsDatabase: true,
  async run(_words, { export: file, reasons, json }, { services, trail, print, resolve }) {
    if (typeof file !== 'string') throw new WrongUsage('links needs --export <file>');
    const links = await services.get(FacilitiesService).allLinks();
    for (const { facilityId } of links) trail.note('FacilityLink', undefined, facilityId);
    const target = resolve(file);
    const columns = reasons ? [...COLUMNS, ...REASONS] : COLUMNS;
    const lines = links.map((link) => columns.map((column) => link[column] ?? '').join(','));
    await writeFile(target, [columns.map(snakeCase).join(','), ...lines, ''].join('\n'));
    print(
      json
        ? JSON.stringify({ file: target, links: links.length })
        : `${links.length} links written to ${target}`,
    );
    return 0;
  },
};

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
