/** One file of the demo drops, or of the truth beside them. */
export interface DemoFile {
  /** Path inside the drop; inside the truth folder for truth files. */
  readonly path: string;
  readonly isTruth: boolean;
  readonly encoding: 'utf-8' | 'windows-1252' | 'iso-8859-1';
  /** What stands before the first row: byte order mark and header. */
  readonly opening: string;
  readonly lineEnd: '\n' | '\r\n';
}

const BYTE_ORDER_MARK = '\uFEFF';

function csv(path: string, encoding: DemoFile['encoding'], columns: string, mark = ''): DemoFile {
  const opening = `${mark}${columns.trim().split(/\s+/).join(';')}\r\n`;
  return { path, isTruth: false, encoding, opening, lineEnd: '\r\n' };
}

function truth(path: string, header: string): DemoFile {
  return { path, isTruth: true, encoding: 'utf-8', opening: `${header}\n`, lineEnd: '\n' };
}

export const DEMO_FILES = {
  tilbud: csv(
    'socialtilsynet/tilbud.csv',
    'utf-8',
    `tilbudsid afdelingsid navn afdelingsnavn tilbudstype paragraf pladser maalgruppe cvr_nummer p_nummer driftsform
     virksomhed adresse postnr by kommunekode driftsaftale_med tilsynsmyndighed status godkendt_fra godkendt_til`,
    BYTE_ORDER_MARK,
  ),
  tilsyn: csv(
    'socialtilsynet/tilsyn.csv',
    'utf-8',
    `tilsyn_id tilbudsid afdelingsid besoegsdato form anledning kvalitetsmodel tema score reaktion frist
     tilsynsfoerende`,
    BYTE_ORDER_MARK,
  ),
  concerns: csv(
    'socialtilsynet/henvendelser.csv',
    'utf-8',
    'henvendelse_id tilbudsid afdelingsid modtaget emne alvor',
    BYTE_ORDER_MARK,
  ),
  atTilsyn: csv(
    'arbejdstilsynet/tilsyn.csv',
    'windows-1252',
    `at_id p_nummer cvr_nummer navn adresse postnr by branchekode branche ansatte besoegsdato besoegstype sagsnummer
     reaktion_nr problemomraade reaktion frist efterkommet tilsynsfoerende`,
  ),
  accidents: csv(
    'arbejdstilsynet/ulykker.csv',
    'windows-1252',
    'at_id p_nummer dato ulykkestype fravaersdage',
  ),
  stpsTilsyn: { path: 'stps/tilsyn.jsonl', isTruth: false, encoding: 'utf-8', opening: '', lineEnd: '\n' },
  sor: csv(
    'stps/sor.csv',
    'iso-8859-1',
    'sor_kode navn cvr_nummer p_nummer adresse postnr kommunekode enhedstype fra til',
  ),
  inspectors: csv(
    'planning/inspectors.csv',
    'utf-8',
    'tilsynsfoerende myndighed kontor hjemsted_postnr kompetencer timer_pr_uge fra til',
  ),
  leave: csv('planning/leave.csv', 'utf-8', 'tilsynsfoerende fra til art'),
  links: truth('links.csv', 'source_key,site_id'),
  latent: truth('latent.csv', 'site_id,authority,date,probability,probability_any_inspector,outcome'),
  badRows: truth('bad-rows.csv', 'file,kind'),
} as const satisfies Record<string, DemoFile>;

export type DemoFileName = keyof typeof DEMO_FILES;
export const DEMO_FILE_NAMES = Object.keys(DEMO_FILES) as DemoFileName[];
