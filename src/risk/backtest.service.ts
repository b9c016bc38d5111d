import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { backtest, type Backtest } from '../domain/risk/evaluation/backtest.js';
import { compareMethods } from '../domain/risk/evaluation/compare-methods.js';
import type { Interval } from '../domain/risk/evaluation/resample-facilities.js';
import { timelineOf, type FacilityTimeline } from '../domain/risk/facility-timeline.js';
import type { ConcernHistory } from '../domain/risk/facility-history.js';
import type { RiskFeature } from '../domain/risk/features/risk-feature.js';
import { OWNER_ONLY_FEATURES } from '../domain/risk/owner-only/concern-features.js';
import { OWNER, ownerTimelines } from '../domain/risk/owner-only/score-for-owner.js';
import { FEATURES } from '../domain/risk/features/features.js';
import { AUTHORITIES, type Authority } from '../domain/shared/authority.js';
import { addDays, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { backtestReport, type VisitLabels } from './backtest-report.js';
import { OwnerOnlyRepository } from './owner-only.repository.js';
import { ALL_PLACES } from './place-range.js';
import { RiskRepository } from './risk.repository.js';
import { HISTORY_DAYS, OUTCOME_DEFINITION } from './scoring-settings.js';
import { testWindows, type TestWindow } from './test-windows.js';

export interface OwnBacktestOptions {
  /** A year before the last delivery where nothing is said. */
  readonly testFrom?: Day;
  /** The last delivery where nothing is said. */
  readonly testTo?: Day;
  readonly rolling?: number;
}

export interface AucFigure {
  readonly auc: number;
  readonly auc_ci: Interval;
}

type Gain = AucFigure & { readonly above_zero_outside_interval: boolean };
type OwnerOnlyWindow = Record<string, unknown> & { readonly gain_of_concerns: Gain };

/** One authority and window: all data together, and what that gains over the authority's own. */
export interface OwnWindow {
  readonly merged: Record<string, unknown>;
  readonly own: AucFigure;
  readonly gain_of_merging: Gain;
  /** The same visits scored with what the authority alone knows; where it knows more than the others. */
  readonly owner_only?: OwnerOnlyWindow;
}

export interface OwnBacktest {
  readonly outcome_definition: number;
  readonly authorities: readonly { readonly authority: Authority; readonly windows: readonly OwnWindow[] }[];
}

const SEED = 1;

/** Measures the score on the service's own history: trained before a day, tested after it, authority by authority. */
@Injectable()
export class BacktestService {
  constructor(
    private readonly repository: RiskRepository,
    private readonly ownerOnly: OwnerOnlyRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Throws BAD_INPUT where nothing was imported, or the windows cannot tell anything. */
  async backtest(
    options: OwnBacktestOptions,
    onProgress: (progress: { phase: string; done: number; total: number }) => void,
  ): Promise<OwnBacktest> {
    onProgress({ phase: 'reading histories', done: 0, total: 1 });
    const { timelines, concerns, delivered, firstVisitOn } = await this.transactions.run(
      SERVICE_IDENTITY,
      async () => ({
        concerns: await this.ownerOnly.concerns(ALL_PLACES),
        timelines: (await this.repository.histories()).map(timelineOf),
        delivered: await this.repository.lastDeliveredOn(),
        firstVisitOn: await this.repository.firstVisitOn(),
      }),
    );
    if (!delivered || !firstVisitOn)
      throw new ExpectedError('BAD_INPUT', 'There is nothing to test on: import a drop with visits first.');
    const last = options.testTo ?? delivered;
    const windows = testWindows(options.testFrom ?? addDays(last, -364), last, options.rolling ?? 1);
    const trainFrom = addDays(firstVisitOn, HISTORY_DAYS);
    const labels = labelsOf(timelines);
    const total = AUTHORITIES.length * windows.length;
    const authorities: OwnBacktest['authorities'][number][] = [];
    for (const authority of AUTHORITIES) {
      const tested: OwnWindow[] = [];
      for (const window of windows) {
        onProgress({ phase: 'training and measuring', done: authorities.length * windows.length, total });
        await breathe();
        tested.push(testWindow(timelines, concerns, authority, trainFrom, window, labels));
      }
      authorities.push({ authority, windows: tested });
    }
    return { outcome_definition: OUTCOME_DEFINITION, authorities };
  }
}

interface Tested {
  readonly timelines: readonly FacilityTimeline[];
  readonly features: readonly RiskFeature[];
}

function testWindow(
  shared: readonly FacilityTimeline[],
  concerns: ReadonlyMap<string, readonly ConcernHistory[]>,
  authority: Authority,
  trainFrom: Day,
  window: TestWindow,
  labels: VisitLabels,
): OwnWindow {
  const run = ({ timelines, features }: Tested): Backtest => {
    try {
      return backtest(timelines, features, {
        authority,
        outcomeDefinition: OUTCOME_DEFINITION,
        trainFrom,
        testFrom: window.from,
        testTo: window.to,
        seed: SEED,
        scope: 'ALL_VISITS',
      });
    } catch (error) {
      if (error instanceof RangeError) throw new ExpectedError('BAD_INPUT', `${authority}: ${error.message}`);
      throw error;
    }
  };
  const merged = run({ timelines: shared, features: FEATURES });
  const own = run({
    timelines: shared.map((timeline) => ownAlone(timeline, authority)),
    features: FEATURES.filter(
      ({ sourceAuthority }) => sourceAuthority === null || sourceAuthority === authority,
    ),
  });
  const merging = gainOver(merged, own);
  return {
    merged: { test_from: window.from, test_to: window.to, ...backtestReport(merged, labels) },
    own: merging.other,
    gain_of_merging: merging.gain,
    ...(authority === OWNER && { owner_only: ownerOnly(run, shared, concerns, merged, labels) }),
  };
}

/** The second score, with concerns: what it gains over the shared one on the same visits. */
function ownerOnly(
  run: (tested: Tested) => Backtest,
  shared: readonly FacilityTimeline[],
  concerns: ReadonlyMap<string, readonly ConcernHistory[]>,
  merged: Backtest,
  labels: VisitLabels,
): OwnerOnlyWindow {
  const withConcerns = run({
    timelines: ownerTimelines(shared, concerns),
    features: [...FEATURES, ...OWNER_ONLY_FEATURES],
  });
  return {
    ...backtestReport(withConcerns, labels),
    gain_of_concerns: gainOver(withConcerns, merged).gain,
  };
}

/** Paired on the same resamples of the same visits. */
function gainOver(first: Backtest, second: Backtest): { readonly other: AucFigure; readonly gain: Gain } {
  const { methods, gains } = compareMethods(
    first.visits,
    [first.methods[0]!, { ...second.methods[0]!, name: 'second' }],
    SEED,
  );
  const [gain] = gains;
  return {
    other: { auc: methods[1]!.figures.auc, auc_ci: methods[1]!.intervals.auc },
    gain: { auc: gain!.auc, auc_ci: gain!.interval, above_zero_outside_interval: gain!.isOutside },
  };
}

/** What the authority would know had nobody merged the registers: its own visits and orders, and its own accidents. */
function ownAlone(timeline: FacilityTimeline, authority: Authority): FacilityTimeline {
  const isWorking = authority === 'ARBEJDSTILSYNET';
  const isSocial = authority === 'SOCIALTILSYNET';
  const nobody = { SOCIALTILSYNET: [], ARBEJDSTILSYNET: [], STPS: [] };
  return {
    ...timeline,
    visits: { ...nobody, [authority]: timeline.visits[authority] },
    orders: timeline.orders.filter((order) => order.authority === authority),
    accidents: isWorking ? timeline.accidents : [],
    accidentsRecordedFrom: isWorking ? timeline.accidentsRecordedFrom : null,
    employees: isWorking ? timeline.employees : [],
    capacityPlaces: isSocial ? timeline.capacityPlaces : [],
    facilityType: isSocial ? timeline.facilityType : [],
  };
}

function labelsOf(timelines: readonly FacilityTimeline[]): VisitLabels {
  const kinds = new Map<string, readonly string[]>();
  for (const timeline of timelines) {
    const type = timeline.facilityType.at(-1)?.value;
    const places = timeline.capacityPlaces.at(-1)?.value;
    const groups = [
      ...(type ? [`type=${type}`] : []),
      `places=${places === undefined ? 'not known' : places < 10 ? 'under 10' : places < 30 ? '10-29' : '30 or more'}`,
      `registers=${AUTHORITIES.filter((authority) => timeline.visits[authority].length > 0).length}`,
    ];
    for (const authority of AUTHORITIES)
      for (const visit of timeline.visits[authority]) kinds.set(visit.visitKey, groups);
  }
  // Who inspected is not read from the database at all.
  return { inspectorOf: () => null, groupsOf: (visitKey) => kinds.get(visitKey) ?? [] };
}
