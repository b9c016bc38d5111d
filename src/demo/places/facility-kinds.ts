import type { FacilityType } from '../../domain/facility/source-record.js';
import type { Weighted } from '../draws.js';

/** A kind of place with the words the registers use for it. */
export interface FacilityKind {
  readonly type: FacilityType;
  readonly tilbudstype: string;
  readonly paragraf: string;
  /** Words that begin the names of such places. */
  readonly heads: readonly string[];
  readonly targetGroups: readonly string[];
  /** What an inspector of Socialtilsynet must know about. */
  readonly competence: 'voksne' | 'børn og unge' | 'misbrug';
  readonly branches: readonly (readonly [code: string, name: string])[];
  /** Added to the log odds of a serious finding at every authority. */
  readonly strain: number;
}

const MENTAL_HEALTH = ['872010', 'Institutioner for psykisk handicap'] as const;
const DISABILITY = ['873020', 'Institutioner for fysisk handicap'] as const;
const CHILDREN = ['879010', 'Døgninstitutioner for børn og unge'] as const;
const ADULT_GROUPS = [
  'udviklingshæmning',
  'autismespektret',
  'psykisk lidelse',
  'erhvervet hjerneskade',
  'fysisk funktionsnedsættelse',
];

export const FACILITY_KINDS: Weighted<FacilityKind> = [
  [
    {
      type: 'LAENGEREVARENDE_BOTILBUD',
      tilbudstype: 'længerevarende botilbud',
      paragraf: 'SEL § 108',
      heads: ['Bostedet', 'Boformen', 'Botilbuddet', 'Bofællesskabet'],
      targetGroups: ADULT_GROUPS,
      competence: 'voksne',
      branches: [MENTAL_HEALTH, DISABILITY],
      strain: 0.05,
    },
    31,
  ],
  [
    {
      type: 'MIDLERTIDIGT_BOTILBUD',
      tilbudstype: 'midlertidigt botilbud',
      paragraf: 'SEL § 107',
      heads: ['Botilbuddet', 'Bostedet', 'Bofællesskabet', 'Boenheden'],
      targetGroups: [...ADULT_GROUPS, 'misbrug'],
      competence: 'voksne',
      branches: [MENTAL_HEALTH, DISABILITY],
      strain: 0,
    },
    30,
  ],
  [
    {
      type: 'DOEGNTILBUD_BOERN_UNGE',
      tilbudstype: 'døgntilbud til børn og unge',
      paragraf: 'BL § 43',
      heads: ['Opholdsstedet', 'Døgninstitutionen', 'Børnehuset', 'Ungehjemmet'],
      targetGroups: ['omsorgssvigt', 'autismespektret', 'psykisk lidelse', 'udviklingshæmning'],
      competence: 'børn og unge',
      branches: [CHILDREN],
      strain: 0.15,
    },
    24,
  ],
  [
    {
      type: 'BOTILBUDSLIGNENDE',
      tilbudstype: 'botilbudslignende',
      paragraf: 'ABL § 105',
      heads: ['Bofællesskabet', 'Botilbuddet', 'Bocentret'],
      targetGroups: ADULT_GROUPS,
      competence: 'voksne',
      branches: [MENTAL_HEALTH, DISABILITY],
      strain: -0.1,
    },
    6,
  ],
  [
    {
      type: 'KRISECENTER',
      tilbudstype: 'krisecenter',
      paragraf: 'SEL § 109',
      heads: ['Krisecentret', 'Krisestedet'],
      targetGroups: ['vold i nære relationer'],
      competence: 'voksne',
      branches: [MENTAL_HEALTH],
      strain: -0.3,
    },
    5,
  ],
  [
    {
      type: 'FORSORGSHJEM',
      tilbudstype: 'forsorgshjem',
      paragraf: 'SEL § 110',
      heads: ['Forsorgshjemmet', 'Herberget'],
      targetGroups: ['hjemløshed', 'misbrug'],
      competence: 'misbrug',
      branches: [MENTAL_HEALTH],
      strain: 0.1,
    },
    4,
  ],
];
