import fc from 'fast-check';
import { EMPTY_LOG, type AuditEntry, type SealedEntry } from '../audit-entry.js';
import { AuditKeys } from './audit-keys.js';
import { sealEntries } from './seal-entries.js';
import { walkChain, type WalkedChain } from './walk-chain.js';

const KEYS = new AuditKeys('a key that only specs know, 32 characters or more');
const ENTRY: AuditEntry = {
  at: new Date('2026-03-04T05:06:07.089Z'),
  correlationId: '00000000-0000-4000-8000-0000000000c1',
  person: 'planlaegger-midt',
  role: 'PLANNER',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_MIDT',
  actingFor: null,
  purpose: 'PLANNING',
  action: 'READ',
  outcome: 'DONE',
  operation: 'query Place: facility',
  objectKind: 'Facility',
  objectIds: ['f1'],
  facilityIds: ['f1'],
  objectCount: 1,
};
const LOG = sealEntries(
  Array.from({ length: 12 }, (_, index) => ({ ...ENTRY, operation: `operation ${index + 1}` })),
  EMPTY_LOG,
  KEYS,
);
const CHECKPOINT = { sequence: 12, mac: LOG[11]!.mac, at: '2026-03-04T06:00:00.000Z' };

async function walk(log: readonly SealedEntry[]): Promise<WalkedChain> {
  async function* pages(): AsyncGenerator<readonly SealedEntry[]> {
    yield await Promise.resolve(log.slice(0, 5));
    yield log.slice(5);
  }
  return walkChain(EMPTY_LOG, pages(), [CHECKPOINT], KEYS);
}

/** The sequence numbers that the walk has something against. */
async function accused(log: readonly SealedEntry[]): Promise<Set<number>> {
  const { problems, suspects } = await walk(log);
  const numbers = new Set(suspects.map(({ sequence }) => sequence));
  for (const { sequence, through } of problems) {
    for (let number = sequence; number <= through; number += 1) numbers.add(number);
  }
  return numbers;
}

const place = fc.integer({ min: 1, max: 12 });

describe(walkChain.name, () => {
  it('has nothing against a log that nobody touched', async () => {
    expect(await walk(LOG)).toEqual({
      entries: 12,
      head: { sequence: 12, mac: CHECKPOINT.mac },
      problems: [],
      suspects: [],
    });
  });

  it('accuses exactly the entry that was changed, whatever was changed in it', async () => {
    const change = fc.constantFrom<Partial<SealedEntry>>(
      { person: 'x' },
      { at: new Date(0) },
      { objectIds: [] },
      { facilityIds: ['f2'] },
      { purpose: null },
      { previousMac: '11'.repeat(32) },
      { mac: '22'.repeat(32) },
    );
    await fc.assert(
      fc.asyncProperty(place, change, async (number, changed) => {
        const log = LOG.map((entry) => (entry.sequence === number ? { ...entry, ...changed } : entry));

        expect([...(await accused(log))]).toEqual([number]);
      }),
    );
  });

  it('accuses exactly the entries that are gone, wherever they stood', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place), async (gone) => {
        const log = LOG.filter(({ sequence }) => !gone.includes(sequence));

        expect(await accused(log)).toEqual(new Set(gone));
      }),
    );
  });

  it('accuses every entry that stands at another place than it was written at', async () => {
    const order = fc.shuffledSubarray([...LOG], { minLength: 12 });
    await fc.assert(
      fc.asyncProperty(order, async (entries) => {
        const log = entries.map((entry, index) => ({ ...entry, sequence: index + 1 }));
        const moved = log.filter(({ operation, sequence }) => operation !== `operation ${sequence}`);

        expect(await accused(log)).toEqual(new Set(moved.map(({ sequence }) => sequence)));
      }),
    );
  });

  it('accuses the first entry of a part that was written behind another past, as well as the checkpoint', async () => {
    const head = { sequence: 6, mac: LOG[5]!.mac };
    const otherPast = sealEntries([{ ...ENTRY, person: 'x' }], head, KEYS);
    const present = sealEntries([ENTRY, ENTRY], { sequence: 7, mac: otherPast[0]!.mac }, KEYS);

    const { problems } = await walk([...LOG.slice(0, 7), ...present]);

    expect(problems).toMatchObject([
      { kind: 'BROKEN_LINK', sequence: 8 },
      { kind: 'CUT_OFF', sequence: 10, through: 12 },
    ]);
  });
});
