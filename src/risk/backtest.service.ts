import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { backtest, type Backtest } from '../domain/risk/evaluation/backtest.js';
import { compareMethods } from '../domain/risk/evaluation/compare-methods.js';
import type { Interval } from '../domain/risk/evaluation/resample-facilities.js';
import { timelineOf, type FacilityTimeline } from '../domain/risk/facility-timeline.js';
import { FEATURES } from '../domain/risk/features/features.js';
import { AUTHORITIES, type Authority } from '../domain/shared/authority.js';
import { addDays, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { backtestReport, type VisitLabels } from './backtest-report.js';
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

/** One authority and window: all data together, and what that gains over the authority's own. */
export interface OwnWindow {
  readonly merged: Record<string, unknown>;
  readonly own: { readonly auc: number; readonly auc_ci: Interval };
  readonly gain_of_merging: {
    readonly auc: number;
    readonly auc_ci: Interval;
    readonly above_zero_outside_interval: boolean;
  };
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
    private readonly transactions: Transactions,
  ) {}

  /** Throws BAD_INPUT where nothing was imported, or the windows cannot tell anything. */
  async backtest(
    options: OwnBacktestOptions,
    onProgress: (progress: { phase: string; done: number; total: number }) => void,
  ): Promise<OwnBacktest> {
    onProgress({ phase: 'reading histories', done: 0, total: 1 });
    const { timelines, delivered, firstVisitOn } = await this.transactions.run(
      SERVICE_IDENTITY,
      async () => ({
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
        tested.push(testWindow(timelines, authority, trainFrom, window, labels));
      }
      authorities.push({ authority, windows: tested });
    }
    return { outcome_definition: OUTCOME_DEFINITION, authorities };
  }
}

function testWindow(
  timelines: readonly FacilityTimeline[],
  authority: Authority,
  trainFrom: Day,
  window: TestWindow,
  labels: VisitLabels,
): OwnWindow {
  const run = (isOwnAlone: boolean): Backtest => {
    const features = isOwnAlone
      ? FEATURES.filter(({ sourceAuthority }) => sourceAuthority === null || sourceAuthority === authority)
      : FEATURES;
    const part = isOwnAlone ? timelines.map((timeline) => ownAlone(timeline, authority)) : timelines;
    try {
      return backtest(part, features, {
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
  const [merged, own] = [run(false), run(true)];
  const { methods, gains } = compareMethods(
    merged.visits,
    [merged.methods[0]!, { ...own.methods[0]!, name: 'own' }],
    SEED,
  );
  const [gain] = gains;
  return {
    merged: { test_from: window.from, test_to: window.to, ...backtestReport(merged, labels) },
    own: { auc: methods[1]!.figures.auc, auc_ci: methods[1]!.intervals.auc },
    gain_of_merging: { auc: gain!.auc, auc_ci: gain!.interval, above_zero_outside_interval: gain!.isOutside },
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
