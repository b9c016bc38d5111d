import type { YearProblem } from './year-problem.js';

/** Fewest facilities of a sample: below, its prices are too rough to begin with. */
const FEWEST = 3_000;
const SHARE = 0.033;

/**
 * Every n-th facility of the problem with the same share of all hours: its prices are near those of the whole, at a
 * fraction of the work. The problem itself where it is small.
 */
export function sampleOf(problem: YearProblem): YearProblem {
  const wanted = Math.max(FEWEST, Math.round(problem.facilities * SHARE));
  const step = Math.floor(problem.facilities / wanted);
  if (step < 2) return problem;
  const picked = Int32Array.from(
    { length: Math.floor(problem.facilities / step) },
    (_, index) => index * step,
  );
  const firstSlot = new Int32Array(picked.length + 1);
  picked.forEach((facility, index) => {
    firstSlot[index + 1] =
      firstSlot[index]! + problem.firstSlot[facility + 1]! - problem.firstSlot[facility]!;
  });
  const slots = firstSlot[picked.length]!;
  const from = new Int32Array(slots);
  picked.forEach((facility, index) => {
    for (let slot = firstSlot[index]!; slot < firstSlot[index + 1]!; slot += 1)
      from[slot] = problem.firstSlot[facility]! + slot - firstSlot[index]!;
  });
  const share = slots / problem.slots;
  return {
    ...problem,
    facilities: picked.length,
    slots,
    firstSlot,
    shapeOf: gather(problem.shapeOf, picked, 1),
    spacing: gather(problem.spacing, picked, 1),
    facilityOf: Int32Array.from(from, () => 0),
    slotPart: gather(problem.slotPart, from, 1),
    slotGap: gather(problem.slotGap, from, 1),
    slotClass: gather(problem.slotClass, from, 1),
    hours: gather(problem.hours, from, problem.maxJoint),
    worth: gather(problem.worth, from, problem.buckets),
    openLow: gather(problem.openLow, from, 1),
    openHigh: gather(problem.openHigh, from, 1),
    deadline: gather(problem.deadline, from, 1),
    pinnedWeek: gather(problem.pinnedWeek, from, 1),
    rowHours: problem.rowHours.map((hours) => hours * share),
  };
}

type Numbers = Uint8Array | Int8Array | Int16Array | Uint16Array | Uint32Array | Float32Array;

function gather<T extends Numbers>(all: T, from: Int32Array, width: number): T {
  const part = new (all.constructor as new (length: number) => T)(from.length * width);
  for (let index = 0; index < from.length; index += 1) {
    for (let at = 0; at < width; at += 1) part[index * width + at] = all[from[index]! * width + at]!;
  }
  return part;
}
