import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { Ask } from '../../graphql/ask.js';
import { SharesQuery, type Share } from '../selection/selection.query.js';
import type { Identity } from './page-context.js';

const KEPT_MS = 5_000;

/** The random shares that are reduced; 'UNKNOWN' where they cannot be read, which is no reason to say nothing. */
export type ReducedShares = readonly Share[] | 'UNKNOWN';

/** Reads, for every page of staff, whether somebody has reduced the random share. Asked once in five seconds. */
@Injectable()
export class ReducedSharesReader {
  private readonly logger = new Logger('Pages');
  private kept: { readonly at: number; readonly shares: ReducedShares } | undefined;

  constructor(private readonly ask: Ask) {}

  /** Reads anew at the next page; for those who have just changed a share. */
  forget(): void {
    this.kept = undefined;
  }

  async read(identity: Identity, request: Request, now = Date.now()): Promise<ReducedShares> {
    if (this.kept && now - this.kept.at < KEPT_MS) return this.kept.shares;
    let shares: ReducedShares;
    try {
      const { randomShares } = await this.ask.ask(SharesQuery, {}, identity, request);
      shares = randomShares.filter(({ isReduced }) => isReduced);
    } catch (error) {
      this.logger.error(error);
      shares = 'UNKNOWN';
    }
    this.kept = { at: now, shares };
    return shares;
  }
}
