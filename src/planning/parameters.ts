import type { PlanningParameters } from '../domain/planning/planning-instance.js';
import type { Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { PlanningParameter } from './planning-facts.js';

/** The parameter rows in force, asked by name; a missing row is an error, never a silent default. */
export class ParameterTable {
  private readonly values: ReadonlyMap<string, number>;

  constructor(rows: readonly PlanningParameter[]) {
    this.values = new Map(rows.map((row) => [`${row.name} ${row.authority ?? ''}`, row.value]));
  }

  value(name: string, authority?: Authority): number {
    const value = this.values.get(`${name} ${authority ?? ''}`);
    if (value === undefined) {
      throw new Error(
        `The table planning_parameters has no row in force for ${name}${authority ? ` of ${authority}` : ''}.`,
      );
    }
    return value;
  }

  /** Null where no row is in force: for figures that nobody may have measured yet. */
  known(name: string, authority: Authority): number | null {
    return this.values.get(`${name} ${authority}`) ?? null;
  }

  /** The weights of an instance. */
  weights(validFrom: Day): PlanningParameters {
    const joint = (prefix: string): number[] => [1, 2, 3].map((count) => this.value(`${prefix}_${count}`));
    return {
      hazardShape: this.value('HAZARD_SHAPE'),
      tailWeeks: this.value('TAIL_WEEKS'),
      detectionProbability: this.value('DETECTION_PROBABILITY'),
      weeksSinceUnknownVisit: this.value('WEEKS_SINCE_UNKNOWN_VISIT'),
      burdenShare: this.value('BURDEN_SHARE'),
      stickiness: this.value('STICKINESS'),
      jointHours: {
        dutyShare: joint('JOINT_DUTY_SHARE'),
        coordinationHours: joint('JOINT_COORDINATION_HOURS'),
        validFrom,
        validTo: null,
        source: 'planning_parameters',
        confirmed: false,
      },
      source: 'planning_parameters',
      confirmed: false,
    };
  }
}
