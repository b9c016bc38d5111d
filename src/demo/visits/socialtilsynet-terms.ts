import type { Day } from '../../domain/shared/day.js';
import type { Weighted } from '../draws.js';

/** Quality models by the day from which visits are measured by them, newest first. */
export const QUALITY_MODELS: readonly {
  readonly version: string;
  readonly from: Day;
  readonly themes: readonly string[];
  readonly unannouncedShare: number;
}[] = [
  {
    version: '2026',
    from: '2026-01-01' as Day,
    themes: [
      'Målgrupper, metoder og resultater',
      'Sundhed og trivsel',
      'Organisation og ledelse',
      'Kompetencer',
      'Økonomi',
      'Fysiske rammer',
    ],
    unannouncedShare: 0.6,
  },
  {
    version: '2023',
    from: '1900-01-01' as Day,
    themes: [
      'Uddannelse og beskæftigelse',
      'Selvstændighed og relationer',
      'Målgrupper, metoder og resultater',
      'Sundhed og trivsel',
      'Organisation og ledelse',
      'Kompetencer',
      'Økonomi',
      'Fysiske rammer',
    ],
    unannouncedShare: 0.22,
  },
];

export const REACTIONS: Weighted<'påbud' | 'vilkår' | 'skærpet tilsyn'> = [
  ['påbud', 63],
  ['vilkår', 21],
  ['skærpet tilsyn', 16],
];
export const DAYS_TO_COMPLY = [14, 30, 60, 90] as const;

export const CONCERN_TOPICS: Weighted<string> = [
  ['Bemanding', 20],
  ['Omsorg og pleje', 18],
  ['Ledelse', 15],
  ['Medicin', 14],
  ['Magtanvendelse', 13],
  ['Overgreb', 10],
  ['Økonomi', 10],
];
