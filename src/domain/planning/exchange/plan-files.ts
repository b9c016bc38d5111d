import { shapeFaults, type JsonShape } from './json-shape.js';
import { instanceProblems } from '../instance-problems.js';
import type { Plan } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import type { StageOneResult } from '../solve-stage-one.js';
import { parseDay } from '../../shared/day.js';

/** Named first in each file, so that a reader knows what it holds; a change that breaks readers gets a new number. */
export const INSTANCE_FORMAT = 'samtilsyn-instance-1';
export const PLAN_FORMAT = 'samtilsyn-plan-1';

export type InstanceFile = { readonly format: typeof INSTANCE_FORMAT } & PlanningInstance;

export interface PlanFile extends Plan {
  readonly format: typeof PLAN_FORMAT;
  readonly seed: string;
  readonly value: number;
  readonly dutyValue: number;
  readonly upperBound: number;
  readonly gap: number;
  readonly riskUpperBound: number;
  readonly riskGap: number;
  readonly prices: StageOneResult['prices'];
}

/** A file that cannot be read; the message says field by field what to mend. */
export class BadPlanFile extends Error {}

export function instanceFile(instance: PlanningInstance): InstanceFile {
  return { format: INSTANCE_FORMAT, ...instance };
}

export function planFile(result: StageOneResult, seed: string): PlanFile {
  const { plan, value, dutyValue, upperBound, gap, riskUpperBound, riskGap, prices } = result;
  return {
    format: PLAN_FORMAT,
    seed,
    value,
    dutyValue,
    upperBound,
    gap,
    riskUpperBound,
    riskGap,
    ...plan,
    prices,
  };
}

const WEEKS: JsonShape = { listOf: 'whole' };
const WEEK: JsonShape = { orNull: 'whole' };

const SLOT: JsonShape = {
  fields: {
    window: { fields: { earliest: 'text', latest: { orNull: 'text' } } },
    pinnedWeek: WEEK,
    committedWeek: WEEK,
    isDrawn: 'flag',
    drawnWeeks: { optional: { listOf: 'whole' } },
  },
};

const POSITION: JsonShape = { fields: { x: 'number', y: 'number' } };

const DAYS: JsonShape = {
  fields: {
    weeks: 'whole',
    visits: {
      listOf: {
        fields: { authority: 'text', inspectors: 'whole', isWholeDay: 'flag', hoursAtPlace: 'number' },
      },
    },
    inspectors: {
      listOf: {
        fields: {
          code: 'text',
          officeId: 'text',
          competences: { listOf: 'text' },
          start: POSITION,
          weeklyHours: { listOf: 'number' },
          daysAtWork: { listOf: { listOf: 'whole' } },
        },
      },
    },
    places: { listOf: { fields: { facilityId: 'text', at: POSITION } } },
    weights: {
      fields: {
        unplacedMandatory: 'number',
        unplaced: 'number',
        load: 'number',
        move: 'number',
        change: 'number',
        hoursPerDay: 'number',
        travelPerDay: { optional: 'number' },
        detour: 'number',
        kilometresPerHour: 'number',
      },
    },
  },
};

const INSTANCE: JsonShape = {
  fields: {
    startsOn: 'text',
    weeks: 'whole',
    capacityPeriods: { listOf: 'whole' },
    parameters: {
      fields: {
        hazardShape: 'number',
        tailWeeks: 'number',
        detectionProbability: 'number',
        weeksSinceUnknownVisit: 'number',
        burdenShare: 'number',
        stickiness: 'number',
        jointHours: { fields: { dutyShare: { listOf: 'number' }, coordinationHours: { listOf: 'number' } } },
      },
    },
    offices: {
      listOf: {
        fields: {
          id: 'text',
          authority: 'text',
          responsibleUnit: 'text',
          name: 'text',
          groups: {
            listOf: {
              fields: {
                competences: { listOf: 'text' },
                inspectors: 'whole',
                weeklyHours: { listOf: 'number' },
              },
            },
          },
        },
      },
    },
    facilities: {
      listOf: {
        fields: {
          id: 'text',
          weeksBetweenVisits: 'whole',
          maxAuthoritiesPerVisit: 'whole',
          vetoedWeeks: WEEKS,
          parts: {
            listOf: {
              fields: {
                authority: 'text',
                responsibleUnit: 'text',
                officeId: 'text',
                lastVisitOn: { orNull: 'text' },
                minIntervalDays: 'number',
                probability12Months: 'number',
                severityWeight: 'number',
                dutyHours: 'number',
                travelHours: 'number',
                competence: { orNull: 'text' },
                vetoedWeeks: WEEKS,
                slots: { listOf: SLOT },
              },
            },
          },
        },
      },
    },
    hoursCuts: { listOf: { fields: { officeId: 'text', week: 'whole', hours: 'number' } } },
    days: { optional: DAYS },
  },
};

const KEY = { facilityId: 'text', responsibleUnit: 'text', slot: 'whole' } as const;

const PLAN: JsonShape = {
  fields: {
    visits: {
      listOf: {
        fields: {
          ...KEY,
          authority: 'text',
          officeId: 'text',
          week: 'number',
          visitDayKey: 'text',
          hours: 'number',
        },
      },
    },
    unplanned: { listOf: { fields: { ...KEY, reason: { fields: { code: 'text' } } } } },
    days: {
      optional: {
        listOf: {
          fields: {
            visitDayKey: 'text',
            week: 'whole',
            day: 'whole',
            half: 'whole',
            crews: {
              listOf: {
                fields: { officeId: 'text', isWholeDay: 'flag', inspectors: { listOf: 'text' } },
              },
            },
          },
        },
      },
    },
  },
};

/** Throws BadPlanFile. */
export function readInstanceFile(text: string): PlanningInstance {
  const instance = read(text, INSTANCE_FORMAT, INSTANCE) as PlanningInstance;
  const faults = [...dayFaults(instance), ...instanceProblems(instance)];
  if (faults.length > 0) throw new BadPlanFile(faults.slice(0, 20).join('\n'));
  return instance;
}

/** Throws BadPlanFile. */
export function readPlanFile(text: string): Plan {
  return read(text, PLAN_FORMAT, PLAN) as Plan;
}

function read(text: string, format: string, shape: JsonShape): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadPlanFile(`It is not JSON: ${(error as Error).message}.`);
  }
  const given = (value as { format?: unknown } | null)?.format;
  if (given !== format)
    throw new BadPlanFile(`Its format is ${JSON.stringify(given) ?? 'missing'}; this reads "${format}".`);
  const faults = shapeFaults(value, shape);
  if (faults.length > 0) throw new BadPlanFile(faults.join('\n'));
  return value;
}

function dayFaults(instance: PlanningInstance): string[] {
  const days: [string, string | null][] = [['startsOn', instance.startsOn]];
  instance.facilities.forEach((facility, index) =>
    facility.parts.forEach((part, at) => {
      const name = `facilities[${index}].parts[${at}]`;
      days.push([`${name}.lastVisitOn`, part.lastVisitOn]);
      part.slots.forEach(({ window }, slot) => {
        days.push([`${name}.slots[${slot}].window.earliest`, window.earliest]);
        days.push([`${name}.slots[${slot}].window.latest`, window.latest]);
      });
    }),
  );
  return days
    .filter(([, value]) => value !== null && parseDay(value) === undefined)
    .map(([name, value]) => `${name} is "${value}"; write a day as YYYY-MM-DD.`);
}
