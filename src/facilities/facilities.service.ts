import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { assignFacilityIds } from '../domain/facility/identity/assign-facility-ids.js';
import { learnLocalities } from '../domain/facility/match/learn-localities.js';
import { matchFacilities } from '../domain/facility/match-facilities.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import type { PageRequest } from '../graphql/page-request.js';
import { FacilitiesRepository } from './facilities.repository.js';
import type {
  FacilityFilter,
  FacilityOrder,
  FacilityPage,
  FacilityRow,
  FacilitySource,
  RecordLinkRow,
} from './facility-list.js';
import { storedProfile } from './stored-profile.js';

type Report = (progress: { phase: string; done: number; total: number }) => void;

/** The places: matched from the registers' records, listed and shown. */
@Injectable()
export class FacilitiesService {
  constructor(
    private readonly repository: FacilitiesRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Matches all records to places in one transaction, when any record changed or a person decided since the last time. */
  async matchPlaces(onProgress: Report): Promise<void> {
    await this.transactions.run(SERVICE_IDENTITY, async () => {
      if (!(await this.repository.isMatchingDue())) return;
      const startedAt = await this.repository.now();
      onProgress({ phase: 'matching places', done: 0, total: 3 });
      const matched = await this.repository.recordsToMatch();
      const records = matched.map(({ record }) => record);
      const sorUnits = [
        ...new Map(matched.flatMap(({ sorUnit }) => (sorUnit ? [[sorUnit.sorCode, sorUnit]] : []))).values(),
      ];
      const { clusters, candidates, model, oversizedBlocks } = matchFacilities(
        records,
        sorUnits,
        await this.repository.activeDecisions(),
      );
      onProgress({ phase: 'matching places', done: 1, total: 3 });
      const { facilities, redirects } = assignFacilityIds(
        clusters,
        await this.repository.currentLinks(),
        await this.repository.retiredFacilities(),
      );
      const links = facilities.flatMap(({ facilityId, cluster }) =>
        cluster.records.map(({ sourceKey, rule, confidence, decidedBy, comparedWith = null }) => ({
          sourceKey,
          facilityId,
          rule,
          confidence,
          comparedWith,
          decidedBy,
        })),
      );
      await this.repository.replaceCandidates(candidates(), model);
      await this.repository.replaceLinks(links, redirects, {
        startedAt,
        records: records.length,
        modelVersion: model.version,
        oversizedBlocks,
      });
      onProgress({ phase: 'matching places', done: 2, total: 3 });
      const byKey = new Map<string, (typeof matched)[number]>(
        matched.map((each) => [each.record.sourceKey, each]),
      );
      const localities = learnLocalities(records, new Map(sorUnits.map((unit) => [unit.sorCode, unit])));
      const recordOf = (sourceKey: string): (typeof matched)[number] => byKey.get(sourceKey)!;
      await this.repository.replaceProfiles(
        facilities.map(({ facilityId, cluster }) => storedProfile(facilityId, cluster, recordOf, localities)),
      );
      onProgress({ phase: 'matching places', done: 3, total: 3 });
    });
  }

  /** The place with this id, or the one it redirects to. */
  async findFacility(id: string): Promise<FacilityRow | undefined> {
    return this.repository.findFacility(id);
  }

  async listFacilities(
    filter: FacilityFilter,
    order: FacilityOrder,
    page: PageRequest,
  ): Promise<FacilityPage> {
    return this.repository.listFacilities(filter, order, page);
  }

  async sourcesOf(facilityIds: readonly string[]): Promise<FacilitySource[]> {
    return this.repository.sourcesOf(facilityIds);
  }

  /** Current links of the records that the asker sees, from the first key behind `after`. */
  async recordLinks(limit: number, after: string): Promise<RecordLinkRow[]> {
    return this.repository.recordLinks(limit, after);
  }

  async municipalities(): Promise<{ code: string; name: string }[]> {
    return this.repository.municipalities();
  }

  /** Which record belongs to which place now; every record at least once. */
  async allLinks(): Promise<{ sourceKey: string; facilityId: string }[]> {
    return this.transactions.run(SERVICE_IDENTITY, () => this.repository.allLinks());
  }
}
