export const planWhy = {
  title: (authority: string): string => `Hvorfor – ${authority}`,
  secrecy: 'Datoer for besøg må ikke komme stedet for øre. Del ikke siden.',
  planned: (week: string): string => `Besøget er planlagt i ${inSentence(week)}.`,
  missing: 'Myndigheden kommer ikke i planen.',
  reasons: 'Begrundelse',
  office: 'Kontor',
  competence: 'Kompetence',
  weeks: (count: number, from: string, to: string): string =>
    `Gælder ${count} uger mellem ${inSentence(from)} og ${inSentence(to)}.`,
  confirmed: 'Begrundelsen er efterprøvet af kontrollen, der ikke deler kode med planlæggeren.',
  unconfirmed:
    'Kontrollen kunne ikke bekræfte begrundelsen. Planen eller stedets oplysninger er ændret siden.',
  gap: (percent: string): string => `Planen er højst ${percent} fra den bedste, der kan lægges.`,
  waitsFor: (units: string): string => `Besøget kunne komme tidligere, men venter på ${units}.`,
  balance: 'Regnskab for besøget',
  balanceText:
    'I enheder af et gennemsnitligt besøgs værdi. Timer koster det, som de er værd for andre besøg.',
  what: 'Post',
  now: 'I planens uge',
  alone: (week: string): string => `Alene, bedst i ${inSentence(week)}`,
  risk: 'Skade, der undgås',
  duty: 'Pligt og frist',
  hoursCost: 'Timernes pris',
  disturbance: 'Forstyrrelse af stedet',
  sum: 'I alt',
  needed: (probability: string): string =>
    `Fra en sandsynlighed på ${probability} for et alvorligt fund inden for 12 måneder ville risikoen betale for timerne.`,
  changes: 'Hvad der ville ændre det',
  changesText: 'Hvert forslag er prøvet: planen er lagt igen, og besøget kom med.',
  noChanges: 'Ingen af de prøvede ændringer bragte besøget ind i planen.',
  change: {
    SCORE: (probability: string): string =>
      `En sandsynlighed på ${probability} for et alvorligt fund inden for 12 måneder`,
    HOURS: (hours: string, week: string): string => `${hours} flere timer på kontoret i ${inSentence(week)}`,
    OPEN_WEEKS: 'At ingen uger er lukket for besøget',
    PIN: (week: string): string => `At en medarbejder fastsætter ${inSentence(week)}`,
  },
  givesWay: (visits: number): string =>
    visits === 0
      ? 'Intet andet besøg viger.'
      : visits === 1
        ? 'Ét andet besøg flyttes eller udgår.'
        : `${visits} andre besøg flyttes eller udgår.`,
  givingVisit: (place: string, authority: string, week: string): string =>
    `${place}, ${authority}, ${inSentence(week)}`,
  whatIf: 'Hvad hvis',
  whatIfText: 'Planen lægges igen med ændringen. Intet bliver gemt. Det tager nogle sekunder.',
  probability: 'Sandsynlighed for et alvorligt fund inden for 12 måneder, i procent',
  hours: 'Flere timer på kontoret',
  week: 'Mandag i ugen (ÅÅÅÅ-MM-DD)',
  pin: 'Fastsæt ugen',
  tryIt: 'Prøv',
  wouldCome: (week: string): string => `Besøget ville komme i ${inSentence(week)}.`,
  wouldNotCome: 'Besøget ville stadig ikke komme.',
  findings: (before: string, after: string): string =>
    `Forventede alvorlige fund i alt: ${before} før, ${after} efter.`,
  why: 'Hvorfor, og hvad ville ændre det?',
  prices: {
    title: 'Hvad en time er værd',
    lead: 'Værdien af én time mere på et kontor, i procent af et gennemsnitligt besøgs værdi. Findes ved at lægge planen igen.',
    table: 'Timepriser',
    office: 'Kontor',
    competence: 'Kompetence',
    mean: 'Gennemsnit',
    highest: 'Højest',
    dearest: 'Dyreste uge',
    all: 'Alle',
    duties: 'Hvad fristerne koster',
    dutyText: (visits: string, hours: string, beyond: string): string =>
      `${visits} besøg har en frist i planen. De tager ${hours} timer; ${beyond} af dem ville risikoen alene ikke have betalt for.`,
    withoutDuties: (findings: string, without: string): string =>
      `Planen forventes at give ${findings} alvorlige fund. Uden en eneste frist, med de samme timer, ville det være ${without}.`,
    link: 'Hvad en time er værd, og hvad fristerne koster',
  },
};

function inSentence(week: string): string {
  return week.charAt(0).toLowerCase() + week.slice(1);
}
