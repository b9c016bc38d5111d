import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { dueWindow } from '../domain/planning/due-windows.js';
import { drawPlaces, type FramePlace, type UniformOf } from '../domain/risk/selection/draw-places.js';
import { nextQuarter, quarterOf, type Quarter } from '../domain/risk/selection/quarter.js';
import { AUTHORITIES, type Authority } from '../domain/shared/authority.js';
import { addDays, daysBetween, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import type { DrawFacts, DrawPlace, FrameFact, RandomDraw } from './selection.js';
import { SelectionRepository } from './selection.repository.js';

const SEED_BYTES = 32;
const DAYS_PER_YEAR = 365;

export interface DrawReport {
  readonly authority: Authority;
  readonly period: Quarter;
  readonly share: number;
  readonly frameSize: number;
  readonly drawn: number;
  readonly certain: number;
}

/**
 * Draws the places that are visited for no other reason than chance. The seed of a quarter is committed to (its hash is
 * stored) when the quarter before is drawn, and nobody reads it until the quarter is over; then everybody can do the
 * draw again. A quarter is drawn once.
 */
@Injectable()
export class RandomDraws {
  constructor(
    private readonly repository: SelectionRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Draws the quarter that holds `within`, by what is known on `today`, for all three authorities; throws CONFLICT
   * where that has been done, BAD_INPUT where the quarter is over.
   */
  async drawQuarter(within: Day, today: Day): Promise<DrawReport[]> {
    const period = quarterOf(within);
    if (period.to < today) {
      throw new ExpectedError('BAD_INPUT', `The quarter from ${period.from} to ${period.to} is over.`);
    }
    // The seed is committed to before the places are looked at: in a transaction of its own.
    await this.commit([period, nextQuarter(period)]);
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      await this.repository.lockDraws();
      const reports: DrawReport[] = [];
      for (const authority of AUTHORITIES) reports.push(await this.draw(authority, period, today));
      return reports;
    });
  }

  /** The draws that the asker may see, newest first. */
  async all(): Promise<RandomDraw[]> {
    return this.repository.draws();
  }

  /** Whether the stored draw is what its seed gives; undefined while the seed is not told. */
  async isReproduced(draw: RandomDraw): Promise<boolean | undefined> {
    if (draw.seed === null || draw.sampleSize === null) return undefined;
    const places = (await this.repository.placesOf(draw.id)).filter(({ arm }) => arm === 'CHANCE');
    const again = drawPlaces(places, draw.sampleSize, uniformBy(draw.seed));
    const drawn = (all: readonly { facilityId: string; isDrawn: boolean }[]): string =>
      all.flatMap(({ facilityId, isDrawn }) => (isDrawn ? [facilityId] : [])).sort().join(); // prettier-ignore
    return drawn(again) === drawn(places);
  }

  private async commit(periods: readonly Quarter[]): Promise<void> {
    await this.transactions.run(SERVICE_IDENTITY, async () => {
      await this.repository.lockDraws();
      for (const period of periods) {
        for (const authority of AUTHORITIES) {
          if (await this.repository.findDraw(authority, period.from)) continue;
          await this.repository.commitDraw(authority, period, randomBytes(SEED_BYTES).toString('hex'));
        }
      }
    });
  }

  private async draw(authority: Authority, period: Quarter, today: Day): Promise<DrawReport> {
    const draw = await this.repository.findDraw(authority, period.from);
    const seed = draw && (await this.repository.seedOf(draw.id));
    if (!draw || seed === undefined) throw new Error(`No seed was committed to for ${authority}.`);
    if (draw.drawnAt !== null) {
      throw new ExpectedError(
        'CONFLICT',
        `The quarter from ${period.from} was drawn on ${draw.drawnAt.toISOString().slice(0, 10)}; a draw is never repeated.`,
      );
    }
    const facts = await this.repository.drawFacts(authority, today);
    const { chance, certain } = armsOf(facts, authority, period, today);
    const expectedVisits =
      (facts.visitsLastYear * daysBetween(period.from, addDays(period.to, 1))) / DAYS_PER_YEAR;
    const sampleSize = Math.min(chance.length, facts.share * expectedVisits);
    const places: DrawPlace[] = [
      ...drawPlaces(chance, sampleSize, uniformBy(seed)).map((place) => ({
        ...place,
        arm: 'CHANCE' as const,
      })),
      ...certain.map((facilityId) => ({
        facilityId,
        arm: 'CERTAIN' as const,
        stratum: 'CERTAIN',
        probability: 1,
        isDrawn: false,
      })),
    ];
    const { share } = facts;
    const frameSize = chance.length;
    await this.repository.storeDraw(draw, places, { share, expectedVisits, frameSize, sampleSize });
    const drawn = places.filter(({ isDrawn }) => isDrawn).length;
    return { authority, period, share, frameSize, drawn, certain: certain.length };
  }
}

/** A number for a label, by HMAC-SHA256 under the seed: 48 bits of it, so that whoever sees a draw cannot guess on. */
export function uniformBy(seed: string): UniformOf {
  return (label) => createHmac('sha256', seed).update(label).digest().readUIntBE(0, 6) / 2 ** 48;
}

// Chance neither replaces a visit that law or a serious event asks for, nor comes before the shortest interval is over.
function armsOf(
  { places, policy }: DrawFacts,
  authority: Authority,
  period: Quarter,
  today: Day,
): { chance: FramePlace[]; certain: string[] } {
  const chance: FramePlace[] = [];
  const certain: string[] = [];
  for (const place of places) {
    const { earliest, latest } = windowOf(place, policy, authority, today);
    if (place.hasSeriousEvent || (latest !== null && latest <= period.to)) certain.push(place.facilityId);
    else if (earliest <= period.to) {
      chance.push({ facilityId: place.facilityId, stratum: place.band ?? 'NO_SCORE' });
    }
  }
  return { chance, certain };
}

function windowOf(
  place: FrameFact,
  policy: DrawFacts['policy'],
  authority: Authority,
  today: Day,
): ReturnType<typeof dueWindow> {
  const subject = { authority, facilityType: place.facilityType, band: place.band };
  return dueWindow(policy, subject, place, today);
}
