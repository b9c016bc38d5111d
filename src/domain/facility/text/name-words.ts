/**
 * Words that say what kind of place it is, with the kind they stand for. They are common to thousands of places and
 * some registers leave them out, so they never count as the name proper; two different kinds still speak against it.
 */
export const KIND_WORDS: ReadonlyMap<string, string> = new Map([
  ...kind('bosted', 'bosted', 'bostedet', 'bosteder', 'bostederne'),
  ...kind('botilbud', 'botilbud', 'botilbuddet', 'botilbuddene'),
  ...kind('bofaellesskab', 'bofaellesskab', 'bofaellesskabet', 'bofaellesskaber', 'bofaellesskaberne'),
  ...kind('boenhed', 'boenhed', 'boenheden'),
  ...kind('center', 'center', 'centret', 'centeret'),
  ...kind('bocenter', 'bocenter', 'bocentret', 'bocenteret'),
  ...kind('aktivitetscenter', 'aktivitetscenter', 'aktivitetscentret', 'aktivitetscenteret'),
  ...kind(
    'krisecenter',
    'krisecenter',
    'krisecentret',
    'krisecenteret',
    'kvindekrisecenter',
    'kvindekrisecentret',
  ),
  ...kind('forsorgshjem', 'forsorgshjem', 'forsorgshjemmet'),
  ...kind('herberg', 'herberg', 'herberget'),
  ...kind('opholdssted', 'opholdssted', 'opholdsstedet'),
  ...kind('doegninstitution', 'doegninstitution', 'doegninstitutionen', 'doegntilbud', 'doegntilbuddet'),
  ...kind('institution', 'institution', 'institutionen'),
  ...kind('specialtilbud', 'specialtilbud', 'specialtilbuddet'),
  ...kind('plejehjem', 'plejehjem', 'plejehjemmet'),
  ...kind('behandlingssted', 'behandlingssted', 'behandlingsstedet', 'behandlingshjem', 'behandlingshjemmet'),
]);

/** Words that carry no name by themselves. */
export const FILLER_WORDS: ReadonlySet<string> = new Set([
  'og',
  'i',
  'for',
  'ved',
  'pa',
  'paa',
  'af',
  'den',
  'det',
  'bo',
]);

/** Words that show that a name is an organisation's: legal forms and public bodies. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set([
  'kommune', 'region', 'fonden', 'fond', 'stiftelsen', 'stiftelse', 'foreningen', 'selvejende', 'aps', 'ivs', 'amba', 'fmba',
]); // prettier-ignore

/** Words that open the name of a part of a tilbud. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(['afd', 'afdeling', 'afdelingen', 'afsnit', 'team']);

function kind(name: string, ...words: string[]): [string, string][] {
  return words.map((word) => [word, name]);
}
