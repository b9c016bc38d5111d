import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readInspectionHistory } from './read-inspection-history.js';

describe(readInspectionHistory.name, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'history-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const HEADER =
    'facility_id,inspected_on,outcome,findings,inspector_id,num_size,cat_kind,cat_team,num_inspector_age\n';
  const file = async (text: string, name = 'visits.csv'): Promise<string> => {
    const target = path.join(folder, name);
    await writeFile(target, name.endsWith('.gz') ? gzipSync(text) : text);
    return target;
  };

  it.each(['visits.csv', 'visits.csv.gz'])(
    'reads %s, and what says who inspected is no fact',
    async (name) => {
      const rows = await readInspectionHistory(
        await file(`\uFEFF${HEADER}007,2024-05-01,1,3.5,I1,40,care,T1,55\n8,2024-05-02,0.0,,,,,,\n`, name),
      );

      expect(rows).toEqual([
        {
          facilityId: '007',
          inspectedOn: '2024-05-01',
          isSerious: true,
          findings: 3.5,
          inspectorId: 'I1',
          facts: { num_size: 40, cat_kind: 'care' },
        },
        {
          facilityId: '8',
          inspectedOn: '2024-05-02',
          isSerious: false,
          findings: null,
          inspectorId: null,
          facts: {},
        },
      ]);
    },
  );

  it.each([
    ['no column outcome', 'facility_id,inspected_on,findings\n', 'lacks the column outcome'],
    ['a column twice', `${HEADER.trim()},cat_kind\n`, 'names the column cat_kind twice'],
    ['no visits', HEADER, 'holds no visits'],
    [
      'no place',
      `${HEADER},2024-05-01,1,3,,,,,\n`,
      'line 2: facility_id is ""; write which place was visited',
    ],
    [
      'a day of another form',
      `${HEADER}a,01-05-2024,1,3,,,,,\n`,
      'inspected_on is "01-05-2024"; write a day as YYYY-MM-DD',
    ],
    ['another outcome', `${HEADER}a,2024-05-01,2,3,,,,,\n`, 'outcome is "2"; write 1 for a serious finding'],
    [
      'a word for a number',
      `${HEADER}a,2024-05-01,1,many,,,,,\n`,
      'findings is "many"; write a number or leave it empty',
    ],
    ['less than nothing found', `${HEADER}a,2024-05-01,1,-1,,,,,\n`, 'findings is "-1"; write 0 or more'],
    ['a fact that is no number', `${HEADER}a,2024-05-01,1,1,,big,,,\n`, 'num_size is "big"; write a number'],
    ['too few cells', `${HEADER}a,2024-05-01\n`, 'cannot be read: Invalid Record Length'],
  ])('refuses %s, and says where', async (_, text, message) => {
    await expect(readInspectionHistory(await file(text))).rejects.toThrow(message);
  });

  it('refuses a file that is not there, and one that is not packed as its name says', async () => {
    await expect(readInspectionHistory(path.join(folder, 'gone.csv'))).rejects.toThrow(
      'cannot be read: ENOENT',
    );
    await writeFile(path.join(folder, 'plain.csv.gz'), HEADER);
    await expect(readInspectionHistory(path.join(folder, 'plain.csv.gz'))).rejects.toThrow('cannot be read');
  });
});
