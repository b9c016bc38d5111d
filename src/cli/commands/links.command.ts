import { writeFile } from 'node:fs/promises';
import { FacilitiesService } from '../../facilities/facilities.service.js';
import { WrongUsage, type Command } from '../command.js';

export const linksCommand: Command = {
  name: 'links',
  usage: 'links --export <file> [--json]',
  summary: 'write which record belongs to which place, as CSV: source_key,facility_id',
  options: { export: { type: 'string' }, json: { type: 'boolean' } },
  words: [],
  needsDatabase: true,
  async run(_words, { export: file, json }, { services, trail, print, resolve }) {
    if (typeof file !== 'string') throw new WrongUsage('links needs --export <file>');
    const links = await services.get(FacilitiesService).allLinks();
    for (const { facilityId } of links) trail.note('FacilityLink', undefined, facilityId);
    const target = resolve(file);
    await writeFile(
      target,
      ['source_key,facility_id', ...links.map((link) => `${link.sourceKey},${link.facilityId}`), ''].join(
        '\n',
      ),
    );
    print(
      json
        ? JSON.stringify({ file: target, links: links.length })
        : `${links.length} links written to ${target}`,
    );
    return 0;
  },
};
