import { Importer } from '../../deliveries/import/importer.service.js';
import { countsOf } from '../../deliveries/import/import-report.js';
import { openDrop } from '../../deliveries/import/unpack-drop.js';
import type { Command } from '../command.js';
import { table } from '../terminal.js';

export const importCommand: Command = {
  name: 'import',
  usage: 'import <drop> [--json]',
  summary: 'take in a drop (a folder, or a .tgz) and match the places anew',
  options: { json: { type: 'boolean' } },
  words: ['drop'],
  needsDatabase: true,
  async run([location = ''], { json }, { services, onProgress, print, resolve }) {
    const drop = await openDrop(resolve(location));
    try {
      const report = await services.get(Importer).importDrop(drop.folder, 'command line', onProgress);
      onProgress.end();
      for (const { file, problem } of report.files) {
        if (problem !== undefined) process.stderr.write(`${file}: ${problem}\n`);
      }
      if (json) {
        print(JSON.stringify({ files: report.files.map(countsOf), seconds: report.seconds }));
      } else {
        const rows = report.files.map((file) => [
          file.file,
          file.read,
          file.new,
          file.changed,
          file.unchanged,
          file.quarantined,
        ]);
        print(table(['file', 'read', 'new', 'changed', 'unchanged', 'quarantined'], rows));
        print(`\n${report.seconds.toFixed(1)} seconds`);
      }
      return report.files.some((file) => file.problem !== undefined) ? 1 : 0;
    } finally {
      await drop.discard();
    }
  },
};
