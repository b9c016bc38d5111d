import type { Identity } from '../../src/domain/shared/identity.js';
import { arbejdstilsynet, socialtilsynet, stps } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { reactionRow, themeRow, tilbudRow, treatmentVisit } from '../factories/register-rows.js';

const OLD = '13748136';
const NEW = '24256790';
const operator = (cvrNumber: string): Identity => ({ role: 'OPERATOR_USER', person: 'operator', cvrNumber });

describe('an operator', () => {
  let bench: ImportBench;
  beforeEach(async () => {
    bench = await ImportBench.open();
  });
  afterEach(() => bench.close());

  const names = async (asker: Identity, column: string, table: string): Promise<unknown[]> =>
    (await bench.rowsFor<Record<string, unknown>>(asker, `select ${column} as name from ${table} order by 1`)).map(({ name }) => name); // prettier-ignore

  it('sees every place it runs today, and nothing that another one runs', async () => {
    const elsewhere = {
      adresse: 'Havnegade 3',
      postnr: '8000',
      by: 'Aarhus',
      kommunekode: '0751',
      p_nummer: '',
    };
    await bench.import(
      socialtilsynet('2026-01-01', {
        tilbud: [
          tilbudRow({ afdelingsnavn: 'Skoven' }),
          tilbudRow({ tilbudsid: 'T2', navn: 'Engen', afdelingsnavn: 'Engen', ...elsewhere }),
          tilbudRow({ tilbudsid: 'T3', navn: 'Søen', afdelingsnavn: 'Søen', cvr_nummer: NEW, ...elsewhere, adresse: 'Havnegade 9' }),
        ],
      }),
    ); // prettier-ignore

    expect(await names(operator(OLD), 'name', 'facility_profiles')).toEqual(['Engen', 'Skoven']);
    expect(await names(operator(NEW), 'name', 'facility_profiles')).toEqual(['Søen']);
    expect(await names(operator('40084525'), 'name', 'facility_profiles')).toEqual([]);
  });

  it('sees no more of a place that another one took over, though a register still names it', async () => {
    await bench.import(
      socialtilsynet('2026-01-01', { tilbud: [tilbudRow({ cvr_nummer: NEW })], tilsyn: [themeRow()] }),
      arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow({ cvr_nummer: OLD })] }),
      stps('2026-01-01', { tilsyn: [treatmentVisit({ cvr: null, sor: null })] }),
    );
    const [place] = await bench.rows<{ numbers: string[]; operator: string }>(
      'select cvr_numbers as numbers, operator_cvr_number as operator from facility_profiles',
    );
    expect(place).toEqual({ numbers: expect.arrayContaining([NEW, OLD]) as string[], operator: NEW });

    for (const table of ['facilities', 'facility_profiles', 'facility_links', 'source_records', 'inspection_visits', 'shown_findings']) {
      expect([table, await bench.rowsFor(operator(OLD), `select 1 from ${table}`)]).toEqual([table, []]);
    }
    // Nor does the new one see what was found while a register knew the place as the old one's.
    expect(await names(operator(NEW), 'authority', 'inspection_visits')).toEqual(['SOCIALTILSYNET', 'STPS']);
    expect(await names(operator(NEW), 'authority', 'source_records')).toEqual(['SOCIALTILSYNET', 'STPS']);
  }); // prettier-ignore

  it('is nobody where the first register that says so names two', async () => {
    await bench.import(
      socialtilsynet('2026-01-01', {
        tilbud: [tilbudRow(), tilbudRow({ afdelingsid: 'A2', cvr_nummer: NEW })],
      }),
    );

    expect(await names(operator(OLD), 'name', 'facility_profiles')).toEqual([]);
    expect(await names(operator(NEW), 'name', 'facility_profiles')).toEqual([]);
  });

  it('is nobody any more where the place has ended', async () => {
    await bench.import(socialtilsynet('2026-01-01', { tilbud: [tilbudRow()] }));
    expect(await names(operator(OLD), 'ended_on', 'facility_profiles')).toEqual([null]);

    await bench.import(socialtilsynet('2026-02-01', { tilbud: [tilbudRow({ tilbudsid: 'T9', cvr_nummer: NEW, adresse: 'Havnegade 3', p_nummer: '' })] })); // prettier-ignore

    expect(await names(operator(OLD), 'name', 'facility_profiles')).toEqual([]);
  });
});
