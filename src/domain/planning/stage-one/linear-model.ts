import { dutyRow, isOpen, type YearProblem } from './year-problem.js';

/**
 * Maximise cost * x under lower <= x <= upper and A x <= rowUpper; A by columns (compressed sparse). Plain arrays, so that
 * a solver in another thread can have it.
 */
export interface LinearModel {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowUpper: Float64Array;
  /** First entry of each column, and the number of entries last. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/**
 * The whole year as one model: a column for each facility, set of slots and bucket. Rows: each slot once, one day of
 * visit in a bucket of one week, and the hours. It asks no more of distances between days, so its optimum bounds every
 * plan as the prices do; on problems with a spacing of one week the whole-number optimum is that of the planner.
 */
export function linearModel(problem: YearProblem): LinearModel {
  const { slots, facilities, buckets, firstSlot, firstWeek, shapes, shapeOf, rows, rowHours, rowsOfClass } =
    problem;
  const hoursFrom = slots;
  const dayFrom = hoursFrom + rows * buckets;
  const singleWeeks = Array.from({ length: buckets }, (_, bucket) => bucket).filter(
    (bucket) => firstWeek[bucket + 1]! - firstWeek[bucket]! === 1,
  ).length;
  const cost: number[] = [];
  const lower: number[] = [];
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []];
  for (let facility = 0; facility < facilities; facility += 1) {
    const first = firstSlot[facility]!;
    const { sets, sizes } = shapes[shapeOf[facility]!]!;
    sets.forEach((set, index) => {
      for (let bucket = 0; bucket < buckets; bucket += 1) {
        const members = membersOf(set).map((bit) => first + bit);
        if (!hasOpenWeek(problem, members, bucket)) continue;
        cost.push(members.reduce((sum, slot) => sum + worthOf(problem, slot, bucket), -problem.burden));
        lower.push(0);
        for (const slot of members) {
          add(slot, 1);
          const hours = problem.hours[slot * problem.maxJoint + sizes[index]! - 1]!;
          for (const row of rowsOfClass[problem.slotClass[slot]!]!)
            add(hoursFrom + row * buckets + bucket, hours);
        }
        if (bucket < singleWeeks && sets.length > 1) add(dayFrom + facility * singleWeeks + bucket, 1);
        starts.push(indices.length);
      }
    });
  }
  const rowUpper = new Float64Array(dayFrom + facilities * singleWeeks).fill(1);
  rowUpper.set(rowHours, hoursFrom);
  return {
    cost: Float64Array.from(cost),
    lower: Float64Array.from(lower),
    upper: new Float64Array(cost.length).fill(1),
    rowUpper,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };

  function add(row: number, value: number): void {
    indices.push(row);
    values.push(value);
  }
}

function membersOf(set: number): number[] {
  const members: number[] = [];
  for (let rest = set; rest; rest &= rest - 1) members.push(31 - Math.clz32(rest & -rest));
  return members;
}

function worthOf(problem: YearProblem, slot: number, bucket: number): number {
  return (
    problem.worth[slot * problem.buckets + bucket]! +
    problem.duty[dutyRow(problem.deadline[slot]!) * problem.buckets + bucket]!
  );
}

function hasOpenWeek(problem: YearProblem, members: readonly number[], bucket: number): boolean {
  for (let week = problem.firstWeek[bucket]!; week < problem.firstWeek[bucket + 1]!; week += 1)
    if (members.every((slot) => isOpen(problem, slot, week))) return true;
  return false;
}
