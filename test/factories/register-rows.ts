/** One row of a delivered CSV file: column -> value as it is written. */
export type Cells = Readonly<Record<string, string>>;

type Row<Valid extends Cells> = (changes?: Partial<Record<keyof Valid, string>>) => Valid;

const rowLike =
  <Valid extends Cells>(valid: Valid): Row<Valid> =>
  (changes = {}) => ({ ...valid, ...changes });

/** An afdeling of a tilbud, T1/A1. */
export const tilbudRow = rowLike({
  tilbudsid: 'T1',
  afdelingsid: 'A1',
  navn: 'Bostedet Skovbrynet',
  afdelingsnavn: 'Skovbrynet, hus 1',
  tilbudstype: 'længerevarende botilbud',
  paragraf: 'SEL § 108',
  pladser: '12',
  maalgruppe: 'udviklingshæmning',
  cvr_nummer: '13748136',
  p_nummer: '1003388394',
  driftsform: 'Kommunal drift',
  virksomhed: 'Vejle Kommune',
  adresse: 'Skovvej 12A',
  postnr: '7100',
  by: 'Vejle',
  kommunekode: '0630',
  driftsaftale_med: '',
  tilsynsmyndighed: 'Socialtilsyn Syd',
  status: 'Godkendt',
  godkendt_fra: '01-01-2015',
  godkendt_til: '',
});

/** The score of one theme at a visit of T1/A1. */
export const themeRow = rowLike({
  tilsyn_id: 'ST1',
  tilbudsid: 'T1',
  afdelingsid: 'A1',
  besoegsdato: '10-03-2025',
  form: 'uanmeldt',
  anledning: 'driftsorienteret',
  kvalitetsmodel: '2023',
  tema: 'Sundhed og trivsel',
  score: '3,7',
  reaktion: 'ingen',
  frist: '',
  tilsynsfoerende: 'ST-001',
});

/** A concern about T1/A1. */
export const concernRow = rowLike({
  henvendelse_id: 'H1',
  tilbudsid: 'T1',
  afdelingsid: 'A1',
  modtaget: '05-02-2025',
  emne: 'Magtanvendelse',
  alvor: '3',
});

/** A reaction of a visit at the work site AT1. */
export const reactionRow = rowLike({
  at_id: 'AT1',
  p_nummer: '1003388394',
  cvr_nummer: '13748136',
  navn: 'VEJLE KOMMUNE, SKOVBRYNET',
  adresse: 'Skovvej 12 A',
  postnr: '7100',
  by: 'Vejle',
  branchekode: '872010',
  branche: 'Institutioner for psykisk handicap',
  ansatte: '31',
  besoegsdato: '17-01-2025',
  besoegstype: 'grundtilsyn',
  sagsnummer: '20250000001',
  reaktion_nr: '1',
  problemomraade: 'Ergonomi',
  reaktion: 'Påbud med frist',
  frist: '17-04-2025',
  efterkommet: '',
  tilsynsfoerende: 'AT-001',
});

/** A work site that nobody ever visited. */
export const unvisitedRow = rowLike({
  ...reactionRow({ at_id: 'AT2', besoegsdato: '', besoegstype: '', sagsnummer: '', reaktion_nr: '' }),
  problemomraade: '',
  reaktion: '',
  frist: '',
  tilsynsfoerende: '',
});

/** A work accident at AT1. */
export const accidentRow = rowLike({
  at_id: 'AT1',
  p_nummer: '1003388394',
  dato: '06-03-2024',
  ulykkestype: 'vold',
  fravaersdage: '4',
});

/** An organisation unit; the file wraps its values against Excel. */
export const sorRow = rowLike({
  sor_kode: '953741000016009',
  navn: 'Skovbrynet',
  cvr_nummer: '13748136',
  p_nummer: '1003388394',
  adresse: 'Skovvej 12A',
  postnr: '7100',
  kommunekode: '0630',
  enhedstype: 'bosted',
  fra: '01-01-2016',
  til: '',
});

export const inspectorRow = rowLike({
  tilsynsfoerende: 'ST-001',
  myndighed: 'SOCIALTILSYNET',
  kontor: 'Socialtilsyn Syd',
  hjemsted_postnr: '5600',
  kompetencer: 'voksne|misbrug',
  timer_pr_uge: '37',
  fra: '01-01-2019',
  til: '',
});

export const leaveRow = rowLike({
  tilsynsfoerende: 'ST-001',
  fra: '01-07-2026',
  til: '21-07-2026',
  art: 'ferie',
});

const LOCATION = {
  sted_id: 'SP1',
  sor: '953741000016009' as string | null,
  cvr: '13748136' as string | null,
  p_nummer: null as string | null,
  navn: 'Skovbrynet, bosted',
  adresse: 'Skovvej 12A' as string | null,
  postnr: '7100' as string | null,
  kommune: 'Vejle',
  region: 'Region Syddanmark',
  type: 'Bosted',
};
const TREATMENT_VISIT = {
  ...LOCATION,
  tilsyn_id: '2025-0000001' as string | null,
  besoegsdato: '2025-03-04' as string | null,
  offentliggjort: '2025-05-06' as string | null,
  tilsynstype: 'planlagt',
  form: 'varslet',
  samlet_vurdering: 2,
  maalepunkter: [
    { nr: 1, navn: 'Instrukser', resultat: 'opfyldt' },
    { nr: 2, navn: 'Medicinhåndtering', resultat: 'ikke opfyldt' },
  ],
  sanktion: null as string | null,
  tilsynsfoerende: 'SP-001',
};

/** A visit of STPS at the fixed location SP1, one line of JSON. */
export function treatmentVisit(changes: Partial<typeof TREATMENT_VISIT> = {}): object {
  return { ...TREATMENT_VISIT, ...changes };
}

/** A fixed location that STPS never visited. */
export function unvisitedLocation(changes: Partial<typeof LOCATION> = {}): object {
  return { ...LOCATION, tilsyn_id: null, besoegsdato: null, ...changes };
}
