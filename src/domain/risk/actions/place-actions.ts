import type { BilingualText } from '../bilingual-text.js';
import { AUTHORITY_NAMES } from '../features/authority-names.js';
import type { RiskFeature } from '../features/risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** The values of one authority's model, by feature key: the place's own, and what is usual. */
export type ModelValues = ReadonlyMap<string, { readonly value: number | null; readonly typical: number }>;

/** Something that a place can do, or come to, as the values that it leads to. */
export interface PlaceAction {
  readonly key: string;
  readonly label: BilingualText;
  /** Keys of the features that it moves, every one of them flagged as actionable. */
  readonly moves: readonly string[];
  /** What the place's values become; those that stay, or are not known, are left out. */
  leadsTo(values: ModelValues, features: ReadonlyMap<string, RiskFeature>): Map<string, number>;
}

const OVERDUE = 'OVERDUE_ORDERS';
const OPEN = 'OPEN_ORDERS';

// An order past its deadline is an open one too.
const complyWithOverdue: PlaceAction = {
  key: 'COMPLY_WITH_OVERDUE_ORDERS',
  label: {
    da: 'Påbud med overskredet frist er efterkommet',
    en: 'Orders past their deadline are complied with',
  },
  moves: [OVERDUE, OPEN],
  leadsTo(values) {
    const overdue = values.get(OVERDUE)?.value ?? 0;
    const open = values.get(OPEN)?.value ?? null;
    const left = new Map<string, number>();
    if (overdue > 0) left.set(OVERDUE, 0);
    if (overdue > 0 && open !== null) left.set(OPEN, Math.max(0, open - overdue));
    return left;
  },
};

const complyWithAll: PlaceAction = {
  key: 'COMPLY_WITH_ALL_ORDERS',
  label: { da: 'Alle åbne påbud er efterkommet', en: 'All open orders are complied with' },
  moves: [OVERDUE, OPEN],
  leadsTo: (values) =>
    new Map([OVERDUE, OPEN].flatMap((key) => ((values.get(key)?.value ?? 0) > 0 ? [[key, 0] as const] : []))),
};

/** Everything that a place can do about its score, as far as the registers would show it. */
export const PLACE_ACTIONS: readonly PlaceAction[] = [
  complyWithOverdue,
  complyWithAll,
  ...AUTHORITIES.map((authority: Authority) =>
    asUsual(
      `FINDINGS_AS_USUAL_${authority}`,
      {
        da: `${AUTHORITY_NAMES[authority].da} finder ikke mere end det typiske`,
        en: `${AUTHORITY_NAMES[authority].en} finds no more than is typical`,
      },
      [`${authority}_LAST_FINDINGS`, `${authority}_USUAL_FINDINGS`, `${authority}_LASTING_FINDINGS`],
    ),
  ),
  asUsual(
    'THEME_SCORES_AS_USUAL',
    { da: 'Temascorerne er mindst som de typiske', en: 'Theme scores are at least as is typical' },
    ['MEAN_THEME_SCORE', 'LOWEST_THEME_SCORE', 'THEME_SCORE_TREND'],
  ),
  asUsual(
    'CHECKPOINTS_AS_USUAL',
    {
      da: 'Målepunkter er opfyldt mindst som det typiske',
      en: 'Checkpoints are met at least as is typical',
    },
    ['CHECKPOINTS_FAILED_SHARE'],
  ),
  asUsual(
    'ACCIDENTS_AS_USUAL',
    {
      da: 'Arbejdsulykker og vold sker ikke oftere end det typiske',
      en: 'Work accidents and violence are no more frequent than is typical',
    },
    ['ACCIDENTS_PER_EMPLOYEE_YEAR', 'VIOLENCE_PER_EMPLOYEE_YEAR'],
  ),
];

// What is worse than usual becomes as usual; the rest stays.
function asUsual(key: string, label: BilingualText, moves: readonly string[]): PlaceAction {
  return {
    key,
    label,
    moves,
    leadsTo(values, features) {
      const better = new Map<string, number>();
      for (const moved of moves) {
        const { value, typical } = values.get(moved) ?? { value: null, typical: 0 };
        const direction = features.get(moved)?.expectedDirection ?? 0;
        if (value !== null && direction * (value - typical) > 0) better.set(moved, typical);
      }
      return better;
    },
  };
}
