import { da } from '../../wording/da.js';
import { visitsAsCsv } from './plan-file.js';

const VISIT: Parameters<typeof visitsAsCsv>[0][number] = {
  id: 'v1',
  planId: 'p1',
  facilityId: 'f1',
  facilityName: '=SUM(1;2) "Åkanden"',
  municipality: null,
  visitOn: null,
  half: null,
  weekStart: '2026-11-30',
  mode: 'SAME_VISIT',
  form: 'UNANNOUNCED',
  state: 'PROPOSED',
  parts: [
    { authority: 'SOCIALTILSYNET', office: 'Socialtilsyn Midt', state: 'ACCEPTED' },
    { authority: 'STPS', office: 'STPS Nord', state: 'PROPOSED' },
  ],
};

describe(visitsAsCsv.name, () => {
  it('writes a line for each part, and nothing that a spreadsheet would calculate', () => {
    const [, ...lines] = visitsAsCsv([VISIT], da).split('\r\n');

    expect(lines).toEqual([
      `v1;2026-11-30;"'=SUM(1;2) ""Åkanden""";;Socialtilsynet;Socialtilsyn Midt;Fælles besøg;Uanmeldt;Tilsluttet`,
      `v1;2026-11-30;"'=SUM(1;2) ""Åkanden""";;Styrelsen for Patientsikkerhed;STPS Nord;Fælles besøg;Uanmeldt;Foreslået`,
      '',
    ]);
  });

  it('begins with a byte order mark and the names of its columns', () => {
    expect(visitsAsCsv([], da)).toMatch(/^\uFEFFid;Uge;Sted;/);
  });
});
