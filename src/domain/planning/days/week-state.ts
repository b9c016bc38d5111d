import {
  halvesOf,
  travelHours,
  WORKING_DAYS,
  type EventPart,
  type Placement,
  type VisitEvent,
  type WeekInspector,
  type WeekPlan,
  type WeekProblem,
  type WeekWeights,
} from './week-problem.js';

interface DayOfInspector {
  /** Events of the morning and of the afternoon; the same where one takes the whole day. */
  morning: number;
  afternoon: number;
  travel: number;
  atPlace: number;
}

const NOBODY = -1;

/** Who goes where in a week, with hours and travel kept up to date while events are put in and taken out. */
export class WeekState {
  readonly placements: (Placement | undefined)[];
  private readonly days: DayOfInspector[];
  /** Hours of the week by inspector: on site, travel and beside. */
  private readonly load: Float64Array;
  private readonly indexOf: ReadonlyMap<string, number>;
  private readonly ofOffice: ReadonlyMap<string, readonly number[]>;

  constructor(readonly problem: WeekProblem) {
    const { inspectors, events } = problem;
    this.placements = events.map(() => undefined);
    this.days = inspectors.flatMap(() =>
      Array.from({ length: WORKING_DAYS }, () => ({
        morning: NOBODY,
        afternoon: NOBODY,
        travel: 0,
        atPlace: 0,
      })),
    );
    this.load = new Float64Array(inspectors.length);
    this.indexOf = new Map(inspectors.map(({ code }, index) => [code, index]));
    this.ofOffice = Map.groupBy(inspectors.keys(), (index) => inspectors[index]!.officeId);
  }

  /** The cheapest placement of an event among all days and halves, and what it adds to the cost; undefined where none is left. */
  bestPlacement(event: number, noise: () => number): { placement: Placement; cost: number } | undefined {
    const { events } = this.problem;
    const own = events[event]!;
    const halves = own.parts.every(({ isWholeDay }) => isWholeDay) ? ([1] as const) : ([1, 2] as const);
    let best: { placement: Placement; cost: number } | undefined;
    for (const day of own.days) {
      for (const half of halves) {
        const found = this.teamFor(event, day, half, best?.cost ?? Infinity, noise);
        if (found && (!best || found.cost < best.cost)) best = found;
      }
    }
    return best;
  }

  /** Whether everybody can still come as it is written. */
  isPossible(event: number, placement: Placement): boolean {
    const { events, inspectors } = this.problem;
    const { parts, days } = events[event]!;
    if (!days.includes(placement.day)) return false;
    return parts.every((part, at) => {
      const team = placement.inspectors[at] ?? [];
      const indices = team.map((code) => this.indexOf.get(code));
      if (team.length !== part.inspectors) return false;
      const holds = (index: number): boolean => inspectors[index]!.competences.includes(part.competence!);
      if (part.competence !== null && !indices.some((index) => index !== undefined && holds(index)))
        return false;
      return indices.every(
        (index) =>
          index !== undefined &&
          inspectors[index]!.officeId === part.officeId &&
          this.addedCost(index, event, part, placement.day, placement.half) !== undefined,
      );
    });
  }

  private teamFor(
    event: number,
    day: number,
    half: 1 | 2,
    below: number,
    noise: () => number,
  ): { placement: Placement; cost: number } | undefined {
    const own = this.problem.events[event]!;
    const agreed = own.agreed;
    let cost = agreed && (agreed.day !== day || agreed.half !== half) ? this.problem.weights.move : 0;
    const teams: string[][] = [];
    for (const [index, part] of own.parts.entries()) {
      const kept = agreed?.inspectors[index] ?? [];
      const team = this.cheapestTeam(event, part, day, half, kept, noise);
      if (!team) return undefined;
      cost += team.cost;
      if (cost >= below) return undefined;
      teams.push(team.codes);
    }
    return { placement: { day, half, inspectors: teams }, cost };
  }

  private cheapestTeam(
    event: number,
    part: EventPart,
    day: number,
    half: 1 | 2,
    kept: readonly string[],
    noise: () => number,
  ): { codes: string[]; cost: number } | undefined {
    const { inspectors, weights } = this.problem;
    const options: { code: string; cost: number; holds: boolean }[] = [];
    for (const index of this.ofOffice.get(part.officeId) ?? []) {
      const added = this.addedCost(index, event, part, day, half);
      if (added === undefined) continue;
      const { code, competences } = inspectors[index]!;
      const isChange = kept.length > 0 && !kept.includes(code);
      options.push({
        code,
        cost: added + noise() + (isChange ? weights.change : 0),
        holds: part.competence === null || competences.includes(part.competence),
      });
    }
    if (options.length < part.inspectors) return undefined;
    options.sort((a, b) => a.cost - b.cost || (a.code < b.code ? -1 : 1));
    const holder = options.find(({ holds }) => holds);
    if (!holder) return undefined;
    const team = [holder, ...options.filter((each) => each !== holder).slice(0, part.inspectors - 1)];
    return { codes: team.map(({ code }) => code), cost: team.reduce((sum, each) => sum + each.cost, 0) };
  }

  /** What it adds to travel and load if an inspector takes a part; undefined where they cannot. */
  private addedCost(
    index: number,
    event: number,
    part: EventPart,
    day: number,
    half: 1 | 2,
  ): number | undefined {
    const { inspectors, weights } = this.problem;
    const inspector = inspectors[index]!;
    if (!inspector.daysAtWork.includes(day)) return undefined;
    const own = this.days[index * WORKING_DAYS + day]!;
    const halves = halvesOf(part, half);
    if ((halves & 1 && own.morning !== NOBODY) || (halves & 2 && own.afternoon !== NOBODY)) return undefined;
    const morning = halves & 1 ? event : own.morning;
    const afternoon = halves & 2 ? event : own.afternoon;
    const travel = this.travelOf(inspector, morning, afternoon);
    const onTheDay = Math.min(travel, weights.travelPerDay ?? travel);
    if (own.atPlace + part.hoursAtPlace + onTheDay > weights.hoursPerDay + 1e-9) return undefined;
    const more = part.hoursAtPlace + part.hoursBeside + travel - own.travel;
    const load = this.load[index]!;
    if (load + more > inspector.hours + 1e-9) return undefined;
    return travel - own.travel + weights.load * ((load + more) ** 2 - load ** 2);
  }

  private travelOf(inspector: WeekInspector, morning: number, afternoon: number): number {
    const { events, weights } = this.problem;
    const stops = [morning, afternoon].filter(
      (event, at, all) => event !== NOBODY && all.indexOf(event) === at,
    );
    let from = inspector.start;
    let hours = 0;
    for (const stop of stops) {
      hours += travelHours(from, events[stop]!.at, weights);
      from = events[stop]!.at;
    }
    return stops.length === 0 ? 0 : hours + travelHours(from, inspector.start, weights);
  }

  put(event: number, placement: Placement): void {
    this.placements[event] = placement;
    this.forEachInspector(event, placement, (index, part, own) => {
      const halves = halvesOf(part, placement.half);
      if (halves & 1) own.morning = event;
      if (halves & 2) own.afternoon = event;
      this.recount(index, own, part.hoursAtPlace, part.hoursBeside);
    });
  }

  takeOut(event: number): void {
    const placement = this.placements[event];
    if (!placement) return;
    this.placements[event] = undefined;
    this.forEachInspector(event, placement, (index, part, own) => {
      if (own.morning === event) own.morning = NOBODY;
      if (own.afternoon === event) own.afternoon = NOBODY;
      this.recount(index, own, -part.hoursAtPlace, -part.hoursBeside);
    });
  }

  private recount(index: number, own: DayOfInspector, atPlace: number, beside: number): void {
    const travel = this.travelOf(this.problem.inspectors[index]!, own.morning, own.afternoon);
    this.load[index]! += atPlace + beside + travel - own.travel;
    own.atPlace += atPlace;
    own.travel = travel;
  }

  private forEachInspector(
    event: number,
    placement: Placement,
    act: (index: number, part: EventPart, own: DayOfInspector) => void,
  ): void {
    this.problem.events[event]!.parts.forEach((part, at) => {
      for (const code of placement.inspectors[at]!) {
        const index = this.indexOf.get(code)!;
        act(index, part, this.days[index * WORKING_DAYS + placement.day]!);
      }
    });
  }

  travelHours(): number {
    return this.days.reduce((sum, { travel }) => sum + travel, 0);
  }

  cost(): number {
    const { events, weights } = this.problem;
    let cost = this.travelHours();
    for (const load of this.load) cost += weights.load * load ** 2;
    events.forEach((event, index) => {
      const placement = this.placements[index];
      if (!placement) cost += event.isMandatory ? weights.unplacedMandatory : weights.unplaced;
      else cost += changeCost(event, placement, weights);
    });
    return cost;
  }

  finished(): WeekPlan {
    const { events } = this.problem;
    const placed = new Map<string, Placement>();
    const unplaced: string[] = [];
    this.placements.forEach((placement, index) => {
      if (placement) placed.set(events[index]!.id, placement);
      else unplaced.push(events[index]!.id);
    });
    return { placed, unplaced, travelHours: this.travelHours(), cost: this.cost() };
  }
}

/** What leaving the agreed day and persons costs. */
function changeCost(event: VisitEvent, placement: Placement, { move, change }: WeekWeights): number {
  return (isMoved(event, placement) ? move : 0) + change * replacedIn(event, placement);
}

/** Whether a placement leaves the agreed day or half. */
export function isMoved({ agreed }: VisitEvent, placement: Placement): boolean {
  return agreed !== null && (agreed.day !== placement.day || agreed.half !== placement.half);
}

/** How many come who were not agreed on, where somebody was. */
export function replacedIn({ agreed }: VisitEvent, placement: Placement): number {
  return placement.inspectors.reduce((sum, team, index) => {
    const kept = agreed?.inspectors[index] ?? [];
    return sum + (kept.length === 0 ? 0 : team.filter((code) => !kept.includes(code)).length);
  }, 0);
}
