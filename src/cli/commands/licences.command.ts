import { writeFile } from 'node:fs/promises';
import type { Command } from '../command.js';
import { isAllowed } from '../licences/allowed-licences.js';
import { LICENCE_FILE, licenceList } from '../licences/licence-list.js';
import { runtimePackages } from '../licences/runtime-packages.js';

export const licencesCommand: Command = {
  name: 'licences',
  usage: 'licences [--write]',
  summary: `list the licences and sources of what the service runs on, or write them to ${LICENCE_FILE}`,
  options: { write: { type: 'boolean' } },
  words: [],
  needsDatabase: false,
  async run(_words, { write }, { print }) {
    const packages = runtimePackages(process.cwd());
    const list = licenceList(packages);
    if (write) {
      await writeFile(LICENCE_FILE, list);
      print(`Written: ${LICENCE_FILE}`);
    } else {
      print(list);
    }
    const refused = packages.filter(({ licence }) => !isAllowed(licence));
    for (const { name, version, licence } of refused) {
      process.stderr.write(`${name} ${version} has the licence ${licence}, which is not allowed.\n`);
    }
    return refused.length > 0 ? 1 : 0;
  },
};
