import { AuditArchive } from '../../audit/audit-archive.service.js';
import { AuditExport } from '../../audit/audit-export.service.js';
import { AuditVerifier, type VerifyReport } from '../../audit/audit-verifier.service.js';
import type { AuditSubject } from '../../audit/audit.repository.js';
import type { AuditProblem } from '../../audit/chain/audit-problem.js';
import { WrongUsage, type Command, type CommandContext } from '../command.js';

type Options = Readonly<Record<string, unknown>>;

export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit <task> [--facility ID] [--case KEY] [--folder DIR] [--json]',
  summary: 'verify, export or archive the log of who saw and changed what',
  options: {
    facility: { type: 'string' },
    case: { type: 'string' },
    folder: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: ['task'],
  needsDatabase: true,
  // A log that cannot be written must still be verified, and what is verified must not grow meanwhile.
  isLogged: ([task]) => task !== 'verify',
  async run([task = ''], options, context) {
    if (task === 'verify') return verify(options, context);
    if (task === 'export') return exportEntries(options, context);
    if (task === 'archive') return archive(options, context);
    throw new WrongUsage(`There is no "audit ${task}"; use verify, export or archive`);
  },
};

async function verify({ json }: Options, { services, print }: CommandContext): Promise<number> {
  const startedAt = performance.now();
  const report = await services.get(AuditVerifier).verify();
  const seconds = Math.round(performance.now() - startedAt) / 1000;
  print(
    json ? JSON.stringify({ ...report, seconds }) : [...inWords(report), `${seconds} seconds`].join('\n'),
  );
  return report.problems.length > 0 ? 1 : 0;
}

function inWords({
  entries,
  archivedThrough,
  lastSequence,
  lastCheckpoint,
  problems,
}: VerifyReport): string[] {
  const archived = archivedThrough > 0 ? `, those up to ${archivedThrough} in archives` : '';
  const checkpoint = lastCheckpoint
    ? `The last checkpoint saw entry ${lastCheckpoint.sequence} on ${lastCheckpoint.at}.`
    : 'There is no checkpoint: entries that were cut off at the end would not be missed.';
  const verdict =
    problems.length === 0 ? ['Nothing was changed, moved, copied or taken out.'] : problems.map(named);
  return [`${entries} entries up to ${lastSequence}${archived}. ${checkpoint}`, ...verdict];
}

function named({ kind, sequence, through, detail }: AuditProblem): string {
  return `${kind} ${through > sequence ? `${sequence}-${through}` : sequence}${detail === '' ? '' : `: ${detail}`}`;
}

async function exportEntries(options: Options, { services, trail, print }: CommandContext): Promise<number> {
  for await (const entry of services.get(AuditExport).entriesAbout(subjectOf(options))) {
    trail.note('AuditEntry');
    print(JSON.stringify(entry));
  }
  return 0;
}

function subjectOf({ facility, case: objectKey }: Options): AuditSubject {
  if (typeof facility === 'string' && objectKey === undefined) {
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(facility)) return { facilityId: facility };
    throw new WrongUsage(`--facility is "${facility}"; give the id of a facility`);
  }
  if (typeof objectKey === 'string' && facility === undefined) return { objectKey };
  throw new WrongUsage('audit export needs either --facility ID or --case KEY');
}

async function archive(
  { folder, json }: Options,
  { services, print, resolve }: CommandContext,
): Promise<number> {
  if (typeof folder !== 'string') throw new WrongUsage('audit archive needs --folder DIR');
  const record = await services.get(AuditArchive).archive(resolve(folder));
  if (json) print(JSON.stringify(record ?? null));
  else if (!record) print('No entry is older than the retention.');
  else print(`Entries ${record.firstSequence} to ${record.lastSequence} are in ${record.fileName} now.`);
  return 0;
}
