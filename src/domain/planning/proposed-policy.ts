import type { PolicyRule } from './policy.js';
import { addDays, day, type Day } from '../shared/day.js';

const EVERY = { facilityType: null, band: null } as const;
const ASSUMED = { confirmed: false, validFrom: day('2014-01-01'), validTo: null } as const;

/**
 * Rows to start the policy table with; a planner confirms or replaces each. The yearly visit of Socialtilsynet was
 * repealed by L 200 (2024-25), whose first day could not be read in any copy of the law: it is asked for here, and
 * every row that depends on it is unconfirmed. What interval L 200 puts in its place, if any, is not known either.
 */
export function proposedPolicyRules(l200StartsOn: Day): PolicyRule[] {
  return [
    {
      ...EVERY,
      authority: 'SOCIALTILSYNET',
      kind: 'MAX_INTERVAL',
      days: 365,
      validFrom: day('2014-01-01'),
      validTo: addDays(l200StartsOn, -1),
      source:
        'Lov om socialtilsyn § 7, stk. 4 (mindst en gang om året), ophævet ved L 200 (2024-25); sidste dag er ubekræftet',
      confirmed: false,
    },
    {
      ...EVERY,
      authority: 'SOCIALTILSYNET',
      kind: 'MAX_INTERVAL',
      days: 730,
      validFrom: l200StartsOn,
      validTo: null,
      source:
        'Antagelse, ikke lov: det kunne ikke læses, om L 200 sætter et nyt interval; to år, til det er afklaret',
      confirmed: false,
    },
    {
      ...EVERY,
      authority: 'SOCIALTILSYNET',
      kind: 'NOTICE_AT_MOST',
      days: 28,
      validFrom: l200StartsOn,
      validTo: null,
      source:
        'L 200 (2024-25) § 1, nr. 11-12: uanmeldt, medmindre særlige forhold kræver andet, og da højst 4 uger før; ikrafttræden er ubekræftet',
      confirmed: false,
    },
    {
      ...EVERY,
      ...ASSUMED,
      authority: 'ARBEJDSTILSYNET',
      kind: 'NOTICE_AT_LEAST',
      days: 30,
      source:
        'Arbejdstilsynet om grundtilsyn: mindst en måned før oplyses det, at et besøg kommer, men ikke hvilken dag; ubekræftet',
    },
    {
      ...EVERY,
      ...ASSUMED,
      authority: 'STPS',
      kind: 'NOTICE_AT_LEAST',
      days: 14,
      source:
        'Retssikkerhedsloven § 5: 14 dage, medmindre formålet forspildes; anvendelsen her er ubekræftet',
    },
    ...shortestIntervals(),
  ];
}

function shortestIntervals(): PolicyRule[] {
  const source = 'Antagelse, ikke lov: et nyt besøg af samme myndighed er spildt, når det kommer før';
  return [
    { ...EVERY, ...ASSUMED, authority: 'SOCIALTILSYNET', kind: 'MIN_INTERVAL', days: 120, source },
    { ...EVERY, ...ASSUMED, authority: 'ARBEJDSTILSYNET', kind: 'MIN_INTERVAL', days: 180, source },
    { ...EVERY, ...ASSUMED, authority: 'STPS', kind: 'MIN_INTERVAL', days: 180, source },
  ];
}
