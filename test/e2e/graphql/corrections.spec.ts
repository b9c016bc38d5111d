import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CurrentConfiguration } from '../../../src/config/config.module.js';
import { Importer } from '../../../src/deliveries/import/importer.service.js';
import { WaitingCorrections } from '../../../src/deliveries/import/waiting-corrections.service.js';
import { arbejdstilsynet, socialtilsynet, stps, writeDrop, type DropPart } from '../../factories/drops.js';
import { concernRow, reactionRow, tilbudRow, treatmentVisit } from '../../factories/register-rows.js';
import { ask } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { employee, refusal, told } from './people.js';

const CLERK = employee('REGISTER_CLERK', 'SOCIALTILSYN_SYD');
const OTHER = employee('REGISTER_CLERK', 'ARBEJDSTILSYNET');
const STPS_CLERK = employee('REGISTER_CLERK', 'STPS');

const RUNS = `{ importRuns { id state requestedBy deliveries { id source rollback { state reason requestedBy } 
  files { file new mended isWithdrawn } }
  quarantinedRows { id file reason field value mend rawText mended { state mendedBy reason mendedText isRepeated } } } }`;
const CONSEQUENCES = `query ($id: ID!) { rollbackConsequences(deliveryId: $id) { rows vanish units visits places } }`;
const ROLL_BACK =
  'mutation ($id: ID!, $reason: String!) { rollBackDelivery(input: { deliveryId: $id, reason: $reason }) { id } }';
const ROW = `query ($id: ID!) { quarantinedRow(id: $id) { importRunId isWithdrawn surplus cells { column value } } }`;
const MEND = `mutation ($input: MendRowInput!) { mendQuarantinedRow(input: $input) {
  isTaken fault { reason field value mend } } }`;

interface Run {
  id: string;
  state: string;
  deliveries: {
    id: string;
    source: string;
    rollback: { state: string; reason: string; requestedBy: string } | null;
    files: { file: string; new: number; mended: number; isWithdrawn: boolean }[];
  }[];
  quarantinedRows: { id: string; file: string; mended: Record<string, unknown> | null }[];
}
interface Cell {
  column: string;
  value: string;
}

describe('what clerks do about deliveries', () => {
  let service: RunningService;
  let folder: string;
  let drops = 0;
  beforeEach(async () => {
    service = await startEmptyService();
    folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-corrections-'));
  });
  afterEach(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function take(...parts: DropPart[]): Promise<void> {
    const drop = path.join(folder, `drop-${(drops += 1)}`);
    await writeDrop(drop, parts);
    await service.app.get(Importer).importDrop(drop, 'spec', () => undefined);
  }
  const settled = (): Promise<void> => service.app.get(WaitingCorrections).settled();
  const latest = async (as = CLERK): Promise<Run> =>
    (await told<{ importRuns: Run[] }>(service, as, RUNS)).importRuns[0]!;
  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await service.database.asOwner((client) => client.query(sql))).rows as Row[];
  }
  const names = (): Promise<{ name: string }[]> => rows('select name from facility_profiles order by name');
  async function mend(id: string, changes: Record<string, string>, as = CLERK): Promise<unknown> {
    const { quarantinedRow } = await told<{ quarantinedRow: { cells: Cell[] } }>(service, as, ROW, { id });
    const cells = quarantinedRow.cells.map(({ column, value }) => ({
      column,
      value: changes[column] ?? value,
    }));
    return (
      await told<{ mendQuarantinedRow: unknown }>(service, as, MEND, {
        input: { id, cells, reason: 'called the sender' },
      })
    ).mendQuarantinedRow;
  }

  describe('rolling back', () => {
    it('shows what would happen, does it, and keeps who asked and why', async () => {
      await take(
        socialtilsynet('2026-01-01', { tilbud: [tilbudRow()] }),
        arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow()] }),
      );
      const own = (await latest()).deliveries;
      expect(own.map(({ source }) => source)).toEqual(['SOCIALTILSYNET']);

      const foreseen = await told(service, CLERK, CONSEQUENCES, { id: own[0]!.id });
      await told(service, CLERK, ROLL_BACK, { id: own[0]!.id, reason: 'test data by mistake' });
      await settled();

      expect(foreseen).toEqual({
        rollbackConsequences: { rows: 1, vanish: 1, units: 1, visits: 0, places: 1 },
      });
      expect((await latest()).deliveries[0]).toMatchObject({
        rollback: { state: 'DONE', reason: 'test data by mistake', requestedBy: CLERK.person },
        files: [{ file: 'socialtilsynet/tilbud.csv', new: 1, isWithdrawn: true }],
      });
      expect(await names()).toEqual([{ name: expect.stringContaining('SKOVBRYNET') as string }]);
      const logged = await rows(
        `select person, operation from audit_entries where operation like '%rollBack%'`,
      );
      expect(logged).toEqual([{ person: CLERK.person, operation: expect.any(String) as string }]);
    });

    it('is not for another authority, not without a reason, and not twice', async () => {
      await take(socialtilsynet('2026-01-01', { tilbud: [tilbudRow()] }));
      const id = (await latest()).deliveries[0]!.id;

      expect((await latest(OTHER)).deliveries).toEqual([]);
      expect(await told(service, OTHER, CONSEQUENCES, { id })).toEqual({ rollbackConsequences: null });
      const refused = await ask(service, OTHER, ROLL_BACK, { id, reason: 'not mine' });
      const unreasoned = await ask(service, CLERK, ROLL_BACK, { id, reason: ' no ' });
      await told(service, CLERK, ROLL_BACK, { id, reason: 'wrong month' });
      await settled();
      const twice = await ask(service, CLERK, ROLL_BACK, { id, reason: 'wrong month' });

      expect(refusal(refused).slice(1)).toEqual(['NOT_FOUND', 'There is no such delivery to roll back.']);
      expect(refusal(unreasoned).slice(1)).toEqual([
        'BAD_INPUT',
        'reason has 2 characters; write why, in 5 to 1000 characters.',
      ]);
      expect(refusal(twice).slice(1)).toEqual(['CONFLICT', 'The delivery has already been rolled back.']);
    });
  });

  describe('mending a quarantined row', () => {
    const broken = (): DropPart =>
      socialtilsynet('2026-01-01', {
        tilbud: [tilbudRow(), tilbudRow({ afdelingsid: 'A2', afdelingsnavn: 'Hus 2', pladser: 'mange' })],
        henvendelser: [concernRow({ alvor: '9' })],
      });
    const rowId = async (): Promise<string> => (await latest()).quarantinedRows[0]!.id;

    it('takes the row in, and keeps the original with who mended it, when and why', async () => {
      await take(broken());

      const outcome = await mend(await rowId(), { pladser: '14' });
      await settled();

      expect(outcome).toEqual({ isTaken: true, fault: null });
      const run = await latest();
      expect(run.quarantinedRows).toEqual([
        expect.objectContaining({
          value: 'mange',
          mended: expect.objectContaining({
            state: 'APPLIED',
            mendedBy: CLERK.person,
            reason: 'called the sender',
            isRepeated: false,
          }) as unknown,
        }),
      ]);
      expect(run.deliveries[0]!.files[0]).toMatchObject({ mended: 1 });
      expect(
        await rows(
          `select facts ->> 'capacityPlaces' as places, delivered_on::text from source_records order by source_key`,
        ),
      ).toEqual([
        { places: '12', delivered_on: '2026-01-01' },
        { places: '14', delivered_on: '2026-01-01' },
      ]);
    });

    it('tells field, value and mend where it is still wrong, and changes nothing', async () => {
      await take(broken());

      expect(await mend(await rowId(), { pladser: 'ti' })).toEqual({
        isTaken: false,
        fault: { reason: 'BAD_NUMBER', field: 'pladser', value: 'ti', mend: expect.any(String) as string },
      });
      expect(await mend(await rowId(), { pladser: '1', afdelingsid: 'A1' })).toMatchObject({
        isTaken: false,
        fault: { reason: 'CONFLICTING_DUPLICATE', field: 'key', value: 'T1/A1' },
      });
      await settled();
      expect(await rows('select id from row_mends')).toEqual([]);
    });

    it('is repeated when the same broken line comes again, and gives way to a good one', async () => {
      await take(broken());
      await mend(await rowId(), { pladser: '14' });
      await settled();

      await take(
        socialtilsynet('2026-02-01', {
          tilbud: [tilbudRow({ afdelingsid: 'A2', afdelingsnavn: 'Hus 2', pladser: 'mange' })],
        }),
      );
      const places = `select facts ->> 'capacityPlaces' as places, ended_on::text from source_records
        where source_key = 'socialtilsynet:T1/A2'`;

      expect((await latest()).quarantinedRows[0]!.mended).toMatchObject({
        state: 'APPLIED',
        isRepeated: true,
      });
      expect(await rows(places)).toEqual([{ places: '14', ended_on: null }]);
      await take(socialtilsynet('2026-03-01', { tilbud: [tilbudRow({ afdelingsid: 'A2', pladser: '15' })] }));
      expect(await rows(places)).toEqual([{ places: '15', ended_on: null }]);
    });

    it('goes with the delivery when that is rolled back', async () => {
      await take(broken());
      await mend(await rowId(), { pladser: '14' });
      await settled();
      const run = await latest();

      await told(service, CLERK, ROLL_BACK, { id: run.deliveries[0]!.id, reason: 'wrong month' });
      await settled();

      expect(await rows('select source_key from source_records')).toEqual([]);
      expect((await latest()).quarantinedRows[0]!.mended).toMatchObject({ state: 'WITHDRAWN' });
      const late = await ask(service, CLERK, MEND, {
        input: { id: run.quarantinedRows[0]!.id, text: 'x', reason: 'too late' },
      });
      expect(refusal(late).slice(1)).toEqual(['CONFLICT', 'The delivery of this row has been rolled back.']);
    });

    it('is for the clerk of the sender alone, and once', async () => {
      await take(broken());
      const id = await rowId();
      const input = { id, text: 'x', reason: 'because I can' };

      expect(await told(service, OTHER, ROW, { id })).toEqual({ quarantinedRow: null });
      expect((await ask(service, OTHER, MEND, { input })).code).toBe('NOT_FOUND');
      expect((await latest()).quarantinedRows).toHaveLength(1); // no line of a concern
      await mend(id, { pladser: '14' });
      await settled();
      const again = await ask(service, CLERK, MEND, {
        input: { ...input, text: undefined, cells: [{ column: 'pladser', value: '3' }] },
      });
      expect(['CONFLICT', undefined]).toContain(again.code);
    });

    it('works on JSON by its fields, and as a whole line where it is broken', async () => {
      await take(
        stps('2026-01-01', {
          tilsyn: [
            treatmentVisit({ samlet_vurdering: 'to' as unknown as number }),
            JSON.stringify(treatmentVisit({ sted_id: 'SP2', tilsyn_id: '2025-0000002' })).slice(0, -1),
          ],
        }),
      );
      const [typed, cut] = (await latest(STPS_CLERK)).quarantinedRows;

      expect(await mend(typed!.id, { samlet_vurdering: '2' }, STPS_CLERK)).toEqual({
        isTaken: true,
        fault: null,
      });
      const { quarantinedRow } = await told<{ quarantinedRow: { cells: null } }>(service, STPS_CLERK, ROW, {
        id: cut!.id,
      });
      expect(quarantinedRow.cells).toBeNull();
      await told(service, STPS_CLERK, MEND, {
        input: {
          id: cut!.id,
          text: JSON.stringify(treatmentVisit({ sted_id: 'SP2', tilsyn_id: '2025-0000002' })),
          reason: 'the end was cut',
        },
      });
      await settled();
      expect(await rows('select source_key, is_serious from inspection_visits order by 1')).toEqual([
        { source_key: 'stps:SP1', is_serious: true },
        { source_key: 'stps:SP2', is_serious: true },
      ]);
    });
  });

  describe('cancelling an import', () => {
    it('leaves nothing of it', async () => {
      await take(socialtilsynet('2025-12-01', { tilbud: [tilbudRow({ afdelingsid: 'A9' })] }));
      const before = await names();
      const { inboxFolder } = service.app.get(CurrentConfiguration).value;
      const many = Array.from({ length: 30_000 }, (_none, index) =>
        tilbudRow({ afdelingsid: `B${index}`, afdelingsnavn: `Hus ${index}` }),
      );
      await writeDrop(path.join(inboxFolder, 'many'), [
        arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow()] }),
        socialtilsynet('2026-01-01', { tilbud: many }),
      ]);

      const { importDrop } = await told<{ importDrop: { id: string } }>(
        service,
        CLERK,
        'mutation { importDrop(input: { drop: "many" }) { id } }',
      );
      const cancel = 'mutation ($id: ID!) { cancelImport(id: $id) { cancelledBy } }';
      const stranger = await ask(service, OTHER, cancel, { id: importDrop.id });
      await told(service, CLERK, cancel, { id: importDrop.id });
      let state = 'RUNNING';
      while (state === 'RUNNING') {
        await sleep(50);
        state = (await latest()).state;
      }

      expect(stranger.code).toBe('CONFLICT');
      expect(state).toBe('CANCELLED');
      expect(await names()).toEqual(before);
      expect(await rows('select source_key from source_records')).toEqual([
        { source_key: 'socialtilsynet:T1/A9' },
      ]);
      const late = await ask(service, CLERK, cancel, { id: importDrop.id });
      expect(late.code).toBe('CONFLICT');
    });
  });
});
