import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { Importer } from '../../../src/deliveries/import/importer.service.js';
import { arbejdstilsynet, socialtilsynet, writeDrop } from '../../factories/drops.js';
import { concernRow, reactionRow, themeRow, tilbudRow } from '../../factories/register-rows.js';
import type { RunningService } from '../../support/running-service.js';
import { employee } from '../graphql/people.js';

export const CLERK = employee('REGISTER_CLERK', 'SOCIALTILSYN_SYD');
export const OTHER_CLERK = employee('REGISTER_CLERK', 'ARBEJDSTILSYNET');

/** Two afdelinger, one of them broken, a visit and a broken concern; and a work site of Arbejdstilsynet. */
function parts(deliveredOn: string): Parameters<typeof writeDrop>[1] {
  return [
    socialtilsynet(deliveredOn, {
      tilbud: [
        tilbudRow(),
        tilbudRow({
          afdelingsid: 'A2',
          afdelingsnavn: `Skovbrynet, hus 2 (${deliveredOn})`, // a line that was mended before is mended again
          godkendt_fra: '31-02-2020',
        }),
      ],
      tilsyn: [themeRow(), themeRow({ tema: 'Kompetencer', score: 'høj' })],
      henvendelser: [concernRow({ alvor: '9' })],
    }),
    arbejdstilsynet(deliveredOn, { tilsyn: [reactionRow()] }),
  ];
}

/** A packed drop in a folder of its own. */
export async function packDrop(deliveredOn: string): Promise<{ file: string; remove: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-clerk-'));
  await writeDrop(path.join(folder, 'juni'), parts(deliveredOn));
  const file = path.join(folder, 'juni.tgz');
  execFileSync('tar', ['czf', file, '-C', folder, 'juni']);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The same, already taken in. */
export async function takeDrop(service: RunningService, deliveredOn: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-clerk-'));
  await writeDrop(folder, parts(deliveredOn));
  await service.app.get(Importer).importDrop(folder, 'kommandolinjen', () => undefined);
  rmSync(folder, { recursive: true, force: true });
}
