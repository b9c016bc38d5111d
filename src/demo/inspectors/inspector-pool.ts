import type { Authority } from '../../domain/shared/authority.js';
import { municipalitiesOf } from '../country/municipalities.js';
import { Draws, type Weighted } from '../draws.js';
import { type Office, OFFICES } from './offices.js';

export interface Inspector {
  readonly code: string;
  readonly office: Office;
  readonly homePostalCode: string;
  readonly competences: readonly string[];
  readonly hoursPerWeek: number;
  /** Added to the log odds of a serious finding when this person comes; 0 on average over the office. */
  readonly strictness: number;
}

interface Staffing {
  readonly prefix: string;
  readonly placesPerInspector: number;
  readonly strictnessSpread: number;
  readonly competences: readonly string[];
}

interface Team {
  readonly inspectors: readonly Inspector[];
  readonly strictness: readonly number[];
}

/** About one visit a fortnight for each inspector, so that a year's visits fit into the hours with room for leave. */
const STAFFING: Record<Authority, Staffing> = {
  SOCIALTILSYNET: {
    prefix: 'ST',
    placesPerInspector: 25,
    strictnessSpread: 0.35,
    competences: ['voksne', 'børn og unge', 'misbrug'],
  },
  ARBEJDSTILSYNET: {
    prefix: 'AT',
    placesPerInspector: 60,
    strictnessSpread: 0.5,
    competences: ['psykisk arbejdsmiljø', 'ergonomi og ulykker'],
  },
  STPS: {
    prefix: 'SP',
    placesPerInspector: 90,
    strictnessSpread: 0.6,
    competences: ['medicinhåndtering', 'psykiatri'],
  },
};
const HOURS: Weighted<number> = [
  [37, 60],
  [30, 25],
  [25, 15],
];
const LEAST_PER_OFFICE = 2;
const MOST_REPRESENTATIVES = 25;

/** Everyone who can be sent, office by office. */
export class InspectorPool {
  readonly all: readonly Inspector[];
  private readonly teams = new Map<string, Team>();

  constructor(seed: number, places: number) {
    const draws = Draws.for(seed, 'inspectors');
    const numbers = new Map<Authority, number>();
    this.all = OFFICES.flatMap((office) => {
      const wanted = (places * office.share) / STAFFING[office.authority].placesPerInspector;
      const count = Math.max(LEAST_PER_OFFICE, Math.ceil(wanted));
      const first = numbers.get(office.authority) ?? 0;
      numbers.set(office.authority, first + count);
      const inspectors = centred(
        Array.from({ length: count }, (_, index) => newInspector(draws, office, first + index, index === 0)),
      );
      this.teams.set(office.name, { inspectors, strictness: representativeStrictness(inspectors) });
      return inspectors;
    });
  }

  /** Anyone of the office, if possible someone who knows the field. */
  send(office: string, draws: Draws, competence?: string): Inspector {
    const team = this.teamOf(office).inspectors;
    let sent = draws.pick(team);
    for (let tries = 0; competence && !sent.competences.includes(competence) && tries < 4; tries += 1) {
      sent = draws.pick(team);
    }
    return sent;
  }

  /** What would have been the chance of a serious finding, whoever of the office had come. */
  chanceWithAnyone(office: string, logOdds: number): number {
    const { strictness } = this.teamOf(office);
    return strictness.reduce((sum, one) => sum + chanceOf(logOdds + one), 0) / strictness.length;
  }

  private teamOf(office: string): Team {
    const team = this.teams.get(office);
    if (!team) throw new RangeError(`There is no office "${office}".`);
    return team;
  }
}

/** Log odds to probability. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function newInspector(draws: Draws, office: Office, number: number, knowsAll: boolean): Inspector {
  const staffing = STAFFING[office.authority];
  const known = staffing.competences.filter(() => knowsAll || draws.chance(0.6));
  const region = draws.pick(office.regions);
  return {
    code: `${staffing.prefix}-${String(number).padStart(3, '0')}`,
    office,
    homePostalCode: draws.pick(draws.weighted(municipalitiesOf(region)).towns).postalCode,
    competences: known.length > 0 ? known : [draws.pick(staffing.competences)],
    hoursPerWeek: draws.weighted(HOURS),
    strictness: staffing.strictnessSpread * draws.normal(),
  };
}

function centred(team: readonly Inspector[]): Inspector[] {
  const mean = team.reduce((sum, one) => sum + one.strictness, 0) / team.length;
  return team.map((one) => ({ ...one, strictness: one.strictness - mean }));
}

/** The whole team's strictness, or evenly spaced ranks of it where the team is large. */
function representativeStrictness(team: readonly Inspector[]): number[] {
  const sorted = team.map((one) => one.strictness).sort((a, b) => a - b);
  const count = Math.min(sorted.length, MOST_REPRESENTATIVES);
  return Array.from(
    { length: count },
    (_, rank) => sorted[Math.floor(((rank + 0.5) / count) * sorted.length)] as number,
  );
}
