import { YearBuilder, type YearCapacity, type YearSlot } from './year-builder.js';
import { NO_DEADLINE, type YearProblem } from './year-problem.js';
import { HazardCurves } from '../hazard.js';
import { coarseningPeriods, periodOfWeek } from '../planning-weeks.js';
import { seededRandom, type Random } from '../../shared/seeded-random.js';

export interface BenchmarkOptions {
  readonly facilities: number;
  readonly seed: number;
  /** Hours there are, as a share of what yearly separate visits of every authority would take. */
  readonly capacityShare?: number;
}

const WEEKS = 52;
const REGION_SHARES = [0.31, 0.15, 0.21, 0.22, 0.11];
/** Office of each region, by authority: 5 + 3 + 3. */
const OFFICES = [
  [0, 1, 2, 3, 4],
  [0, 0, 1, 2, 2],
  [0, 0, 1, 2, 2],
] as const;
const OFFICES_BEFORE = [0, 5, 8];
const OFFICE_COUNT = 11;
/** Share of the facilities that each authority inspects, of visits that need the competence, of hours that have it. */
const COVERAGE = [1, 0.9, 0.81];
const COMPETENT_VISITS = 0.25;
/** Of the hours that yearly visits would take, the first authority has nearly all, for its duty; the others do not. */
const HOURS_SHARE = [1.05, 0.5, 0.5];
const DUTY_HOURS = [18, 9, 10.5];
const DUTY_SHARE = [1, 0.9, 0.85];
const COORDINATION_HOURS = [0, 1, 1.5];
const GRAVITY = [1, 0.9, 1.3];
/** From this probability on a second visit may be planned: about one relation of an authority and a place in twenty. */
const SECOND_VISIT_FROM = 0.66;
const HORIZON_END = 65;

interface Relation {
  readonly authority: number;
  readonly isCompetent: boolean;
  readonly dutyHours: number;
  readonly travelHours: number;
  readonly probability: number;
  readonly gravity: number;
  readonly ageWeeks: number;
}

/**
 * The fixed instance that the planner is measured on: invented places with three authorities, 5 + 3 + 3 offices with a
 * competence each, 20 buckets, a yearly duty of the first authority, and hours short by a quarter. All figures are
 * assumptions. The same seed gives the same instance.
 */
export function benchmarkYear({ facilities, seed, capacityShare = 0.75 }: BenchmarkOptions): YearProblem {
  const bucketWeeks = coarseningPeriods(WEEKS);
  const alone = new Float64Array(OFFICE_COUNT);
  const competent = new Float64Array(OFFICE_COUNT);
  let slots = 0;
  forEachFacility(facilities, seed, (region, relations) => {
    for (const relation of relations) {
      const office = officeOf(relation.authority, region);
      alone[office]! += relation.dutyHours + relation.travelHours;
      if (relation.isCompetent) competent[office]! += relation.dutyHours + relation.travelHours;
      slots += relation.probability >= SECOND_VISIT_FROM ? 2 : 1;
    }
  });
  const capacity = capacityOf(alone, competent, capacityShare, bucketWeeks, seed);
  const builder = new YearBuilder(
    {
      weeks: WEEKS,
      bucketWeeks,
      facilities,
      slots,
      maxJoint: 3,
      burden: 0.25,
      stickiness: 0,
      horizonEnd: HORIZON_END,
      detectionProbability: 1,
      curves: new HazardCurves(1.5),
    },
    capacity,
  );
  forEachFacility(facilities, seed, (region, relations) => {
    builder.add(
      relations.flatMap((relation, part) => slotsOf(relation, part, region)),
      1,
      3,
    );
  });
  return builder.build();
}

function officeOf(authority: number, region: number): number {
  return OFFICES_BEFORE[authority]! + OFFICES[authority]![region]!;
}

function forEachFacility(
  facilities: number,
  seed: number,
  act: (region: number, relations: readonly Relation[]) => void,
): void {
  const random = seededRandom(seed * 7919 + 17);
  for (let facility = 0; facility < facilities; facility += 1) {
    const region = drawRegion(random);
    const tendency = normal(random);
    const relations: Relation[] = [];
    for (let authority = 0; authority < 3; authority += 1) {
      const isCovered = random() < COVERAGE[authority]!;
      const relation: Relation = {
        authority,
        isCompetent: random() < COMPETENT_VISITS,
        dutyHours: DUTY_HOURS[authority]! * (0.75 + 0.5 * random()),
        travelHours: 0.5 + 3 * random(),
        probability: 1 / (1 + Math.exp(1.6 - tendency - 0.7 * normal(random))),
        gravity: GRAVITY[authority]! * Math.exp(0.4 * normal(random)),
        ageWeeks: 54 * random(),
      };
      if (isCovered) relations.push(relation);
    }
    act(region, relations);
  }
}

function slotsOf(relation: Relation, part: number, region: number): YearSlot[] {
  const { authority, isCompetent, dutyHours, travelHours, probability, gravity, ageWeeks } = relation;
  const isTwice = probability >= SECOND_VISIT_FROM;
  const common = {
    part,
    hoursClass: officeOf(authority, region) * 2 + (isCompetent ? 1 : 0),
    hours: DUTY_SHARE.map((share, index) => dutyHours * share + travelHours + COORDINATION_HOURS[index]!),
    probability12Months: probability,
    gravity,
    ageWeeks,
    gapWeeks: 1,
    pinnedWeek: -1,
    committedWeek: -1,
  };
  const deadline = authority === 0 ? Math.max(-1, Math.floor(52 - ageWeeks)) : NO_DEADLINE;
  const first: YearSlot = {
    ...common,
    before: -ageWeeks,
    after: isTwice ? 39 : HORIZON_END,
    isOpen: isTwice ? (week) => week < 26 : () => true,
    deadline: deadline >= WEEKS ? NO_DEADLINE : deadline,
  };
  if (!isTwice) return [first];
  return [
    first,
    { ...common, before: 13, after: HORIZON_END, isOpen: (week) => week >= 26, deadline: NO_DEADLINE },
  ];
}

function capacityOf(
  alone: Float64Array,
  competent: Float64Array,
  capacityShare: number,
  bucketWeeks: readonly number[],
  seed: number,
): YearCapacity {
  const random = seededRandom(seed * 104_729 + 3);
  const buckets = bucketWeeks.length;
  const profile = weekProfile();
  const bucketOf = periodOfWeek(bucketWeeks);
  const rowHours = new Float64Array(2 * OFFICE_COUNT * buckets);
  const rowsOfClass: number[][] = [];
  const officeOfClass: number[] = [];
  const shareOf = (office: number): number =>
    HOURS_SHARE[OFFICES_BEFORE.findLastIndex((before) => office >= before)]!;
  const wanted = alone.reduce((sum, hours) => sum + hours, 0) * capacityShare;
  const scale = wanted / alone.reduce((sum, hours, office) => sum + hours * shareOf(office), 0);
  for (let office = 0; office < OFFICE_COUNT; office += 1) {
    const competentShare = (competent[office]! / Math.max(1, alone[office]!)) * (1.1 + 0.3 * random());
    profile.forEach((share, week) => {
      const hours = alone[office]! * shareOf(office) * scale * share;
      rowHours[2 * office * buckets + bucketOf[week]!]! += hours;
      rowHours[(2 * office + 1) * buckets + bucketOf[week]!]! += hours * Math.min(1, competentShare);
    });
    rowsOfClass.push([2 * office], [2 * office, 2 * office + 1]);
    officeOfClass.push(office, office);
  }
  return { rowHours, rowsOfClass, officeOfClass };
}

/** Share of a year's hours in each week: July, Christmas, Easter and school holidays are thin. */
function weekProfile(): number[] {
  const thin: Record<number, number> = {
    0: 0.8,
    6: 0.8,
    11: 0.6,
    12: 0.6,
    27: 0.28,
    28: 0.28,
    29: 0.28,
    30: 0.4,
    41: 0.8,
    50: 0.6,
    51: 0.2,
  };
  const raw = Array.from({ length: WEEKS }, (_, week) => thin[week] ?? 1);
  const sum = raw.reduce((total, each) => total + each, 0);
  return raw.map((each) => each / sum);
}

function drawRegion(random: Random): number {
  let left = random();
  for (let region = 0; region < REGION_SHARES.length - 1; region += 1) {
    left -= REGION_SHARES[region]!;
    if (left < 0) return region;
  }
  return REGION_SHARES.length - 1;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
