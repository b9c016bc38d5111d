import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { estimatePrevalence, type Arm } from '../domain/risk/selection/estimate-prevalence.js';
import { AUTHORITIES, type Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { checkedText } from '../domain/shared/written-text.js';
import {
  CHANNELS,
  type NewSelection,
  type RandomShare,
  type SelectionReport,
  type VisitSelection,
} from './selection.js';
import { SelectionRepository } from './selection.repository.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why places are visited: selections by people, the random share, and what chance tells about all places. */
@Injectable()
export class Selections {
  constructor(
    private readonly repository: SelectionRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Selects a place for a visit of the asker's own authority; throws BAD_INPUT or NOT_FOUND. */
  async select(selection: NewSelection, today: Day): Promise<VisitSelection> {
    const reason = checkedText('reason', selection.reason);
    const { facilityId, periodFrom, periodTo } = selection;
    if (periodFrom < today) {
      throw new ExpectedError('BAD_INPUT', `periodFrom is ${periodFrom}; choose today, ${today}, or later.`);
    }
    if (periodTo < periodFrom) {
      throw new ExpectedError('BAD_INPUT', `periodTo is ${periodTo}, before periodFrom, ${periodFrom}.`);
    }
    if (!UUID.test(facilityId) || !(await this.repository.facilityExists(facilityId))) {
      throw new ExpectedError('NOT_FOUND', 'There is no such place.');
    }
    return this.repository.addSelection(this.ownAuthority(), { ...selection, reason });
  }

  async selectionsOf(facilityIds: readonly string[]): Promise<Map<string, VisitSelection[]>> {
    return Map.groupBy(await this.repository.selectionsOf(facilityIds), ({ facilityId }) => facilityId);
  }

  async randomShares(): Promise<RandomShare[]> {
    return this.repository.randomShares();
  }

  /** Asks for another share of the asker's own authority; below the normal one it counts once somebody else agrees. */
  async askForShare(share: number, reason: string): Promise<RandomShare> {
    if (!(share >= 0 && share <= 1)) {
      throw new ExpectedError(
        'BAD_INPUT',
        `share is ${share}; write a number from 0 to 1, e.g. 0.1 for 10 %.`,
      );
    }
    await this.repository.askForShare(this.ownAuthority(), share, checkedText('reason', reason));
    return this.ownShare();
  }

  /** Agrees to a lower share that somebody else asked for; throws NOT_FOUND, or CONFLICT for one's own. */
  async secondShare(changeId: string): Promise<RandomShare> {
    const { awaiting } = await this.ownShare();
    if (awaiting?.id !== changeId) {
      throw new ExpectedError('NOT_FOUND', 'No such change awaits a second person.');
    }
    if (awaiting.requestedBy === this.transactions.identity.person) {
      throw new ExpectedError('CONFLICT', 'You asked for it yourself; somebody else must agree.');
    }
    await this.repository.secondShare(changeId);
    return this.ownShare();
  }

  /** Selections by channel and the prevalence among all places, for the asker's own authority. */
  async report(today: Day): Promise<SelectionReport> {
    const counts = new Map(
      (await this.repository.selectionsByChannel()).map(({ channel, selections }) => [channel, selections]),
    );
    const outcomes = await this.repository.outcomes(today);
    const arms = [...Map.groupBy(outcomes, ({ drawId, arm }) => `${drawId} ${arm}`).values()].map(
      (places): Arm => ({
        places: places.length,
        sampled: places.filter(({ arm, isDrawn }) => arm === 'CERTAIN' || isDrawn),
      }),
    );
    return {
      channels: CHANNELS.map((channel) => ({ channel, selections: counts.get(channel) ?? 0 })),
      shares: await this.repository.randomShares(),
      prevalence: estimatePrevalence(arms, await this.repository.fewestVisitsForPrevalence()),
    };
  }

  private async ownShare(): Promise<RandomShare> {
    const own = this.ownAuthority();
    const share = (await this.repository.randomShares()).find(({ authority }) => authority === own);
    if (!share) throw new Error(`There is no random share for ${own}.`);
    return share;
  }

  private ownAuthority(): Authority {
    const { authority } = this.transactions.identity;
    if (!authority || !AUTHORITIES.includes(authority)) {
      throw new ExpectedError('FORBIDDEN', 'Only staff of an authority can do this.');
    }
    return authority;
  }
}
