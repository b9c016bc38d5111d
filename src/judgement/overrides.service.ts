import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { reportOverrides, type OverrideOutcome } from '../domain/risk/judgement/override-report.js';
import { addDays, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { checkedText } from '../domain/shared/written-text.js';
import { OverridesRepository } from './overrides.repository.js';
import type {
  BandOverride,
  FacilityStanding,
  NewOverride,
  OverrideReason,
  OverrideStepKind,
} from './band-override.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Bands that people set instead of the model's: for a while, with a reason, and by two where they differ much. */
@Injectable()
export class Overrides {
  constructor(
    private readonly repository: OverridesRepository,
    private readonly transactions: Transactions,
  ) {}

  async reasons(today: Day): Promise<OverrideReason[]> {
    return this.repository.reasons(today);
  }

  /** The last day that an override may be made to end on. */
  async lastDay(today: Day): Promise<Day> {
    return addDays(today, await this.repository.longestDays());
  }

  /** Throws BAD_INPUT with the mend, NOT_FOUND where the asker sees no score of such a place. */
  async override(asked: NewOverride, today: Day): Promise<BandOverride> {
    const explanation = checkedText('explanation', asked.explanation);
    const last = await this.lastDay(today);
    if (asked.expiresOn <= today || asked.expiresOn > last) {
      throw new ExpectedError(
        'BAD_INPUT',
        `expiresOn is ${asked.expiresOn}; choose a day from ${addDays(today, 1)} to ${last}.`,
      );
    }
    if (!(await this.repository.reasons(today)).some(({ code }) => code === asked.reasonCode)) {
      throw new ExpectedError(
        'BAD_INPUT',
        `reasonCode is "${asked.reasonCode}"; choose one of overrideReasons.`,
      );
    }
    const modelBand = UUID.test(asked.facilityId)
      ? await this.repository.modelBandOf(asked.facilityId)
      : undefined;
    if (modelBand === undefined)
      throw new ExpectedError('NOT_FOUND', 'There is no score to set another band for.');
    if (modelBand === asked.band) {
      throw new ExpectedError(
        'BAD_INPUT',
        `band is ${asked.band}, which is the model's own; choose another.`,
      );
    }
    const id = await this.repository.add({ ...asked, explanation });
    return this.get(id, today);
  }

  /** Confirms, refuses or withdraws; throws NOT_FOUND, CONFLICT, or BAD_INPUT for a text that is not to be kept. */
  async decide(
    id: string,
    step: OverrideStepKind,
    note: string | undefined,
    today: Day,
  ): Promise<BandOverride> {
    const found = await this.get(id, today);
    const { authority, unit, person } = this.transactions.identity;
    if (found.authority !== authority || found.unit !== unit) {
      throw new ExpectedError('FORBIDDEN', `Only ${found.unit} decides on its own overrides.`);
    }
    if (
      step === 'WITHDRAWN'
        ? found.state !== 'AWAITING' && found.state !== 'IN_FORCE'
        : found.state !== 'AWAITING'
    ) {
      throw new ExpectedError(
        'CONFLICT',
        `The override is ${found.state}; there is nothing to decide any more.`,
      );
    }
    if (step !== 'WITHDRAWN' && found.requestedBy === person) {
      throw new ExpectedError(
        'CONFLICT',
        'You set this band yourself; somebody else must confirm or refuse it.',
      );
    }
    await this.repository.addStep(id, step, note === undefined ? null : checkedText('note', note));
    return this.get(id, today);
  }

  async historyOf(facilityIds: readonly string[], today: Day): Promise<Map<string, BandOverride[]>> {
    return Map.groupBy(await this.repository.historyOf(facilityIds, today), ({ facilityId }) => facilityId);
  }

  async standingsOf(facilityIds: readonly string[], today: Day): Promise<Map<string, FacilityStanding>> {
    const history = await this.historyOf(facilityIds, today);
    const standings = await this.repository.standingsOf(facilityIds, today);
    return new Map(
      standings.map((standing) => [
        standing.facilityId,
        {
          ...standing,
          override: history.get(standing.facilityId)?.find(({ state }) => state === 'IN_FORCE') ?? null,
        },
      ]),
    );
  }

  async awaiting(today: Day): Promise<BandOverride[]> {
    return this.repository.awaiting(today);
  }

  async report(): Promise<OverrideOutcome[]> {
    return reportOverrides(await this.repository.outcomes(), await this.repository.fewestVisits());
  }

  private async get(id: string, today: Day): Promise<BandOverride> {
    const found = UUID.test(id) ? await this.repository.find(id, today) : undefined;
    if (!found) throw new ExpectedError('NOT_FOUND', 'There is no such override.');
    return found;
  }
}
