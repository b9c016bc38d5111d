import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { assignFacilityIds } from '../domain/facility/identity/assign-facility-ids.js';
import { hashLocalities, learnLocalities } from '../domain/facility/match/learn-localities.js';
import { matchFacilities } from '../domain/facility/match-facilities.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import type { PageRequest } from '../graphql/page-request.js';
import { FacilitiesRepository, type CurrentLink } from './facilities.repository.js';
import type {
  FacilityFilter,
  FacilityOrder,
  FacilityPage,
  FacilityRow,
  FacilitySource,
  RecordLinkRow,
} from './facility-list.js';
import { facilitiesByKey, linkChanges, linksOf, touchedFacilities } from './link-changes.js';
import { storedProfile } from './stored-profile.js';

type Report = (progress: { phase: string; done: number; total: number }) => void;

/** The places: matched from the registers' records, listed and shown. */
@Injectable()
export class FacilitiesService {
  constructor(
    private readonly repository: FacilitiesRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Matches the records to places in one transaction, when any record changed or a person decided since the last time.
   * Only pairs of changed records are compared, and only what came out differently is written.
   */
  async matchPlaces(onProgress: Report): Promise<void> {
    await this.transactions.run(SERVICE_IDENTITY, async () => {
      if (!(await this.repository.isMatchingDue())) return;
      const startedAt = await this.repository.now();
      const done = (count: number): void => onProgress({ phase: 'matching places', done: count, total: 3 });
      done(0);
      const before = await this.repository.recall();
      const matched = await this.repository.recordsToMatch();
      const records = matched.map(({ record }) => record);
      const changedKeys = new Set(
        matched.flatMap(({ record, isChanged }) => (isChanged ? [record.sourceKey] : [])),
      );
      const sorUnits = [
        ...new Map(matched.flatMap(({ sorUnit }) => (sorUnit ? [[sorUnit.sorCode, sorUnit]] : []))).values(),
      ];
      const { clusters, candidates, candidateChanges, memory, model, oversizedBlocks } = matchFacilities(
        records,
        sorUnits,
        await this.repository.activeDecisions(),
        before?.memory,
      );
      done(1);
      const known = await this.repository.knownLinks();
      const { facilities, redirects } = assignFacilityIds(
        clusters,
        facilitiesByKey(known),
        await this.repository.retiredFacilities(),
      );
      await this.repository.keepModel(model);
      if (before) {
        const changes = candidateChanges(before.memory, (key) => changedKeys.has(key));
        await this.repository.changeCandidates(changes, model.version);
      } else await this.repository.replaceCandidates(candidates(), model.version);
      const changes = linkChanges(known, facilities.flatMap(linksOf));
      await this.repository.changeLinks(changes, redirects, {
        startedAt,
        records: records.length,
        facilities: facilities.length,
        modelVersion: model.version,
        oversizedBlocks,
      });
      done(2);
      const byKey = new Map<string, (typeof matched)[number]>(
        matched.map((each) => [each.record.sourceKey, each]),
      );
      const localities = learnLocalities(records, new Map(sorUnits.map((unit) => [unit.sorCode, unit])));
      const localitiesHash = hashLocalities(localities);
      const isWhole = before?.localities !== localitiesHash;
      const touched = touchedFacilities(facilities, changes, changedKeys);
      const told = isWhole ? facilities : facilities.filter(({ facilityId }) => touched.has(facilityId));
      const recordOf = (sourceKey: string): (typeof matched)[number] => byKey.get(sourceKey)!;
      const remaining = new Set(facilities.map(({ facilityId }) => facilityId));
      await this.repository.changeProfiles({
        told: told.map(({ facilityId, cluster }) => storedProfile(facilityId, cluster, recordOf, localities)),
        isWhole,
        gone: changes.ended.map(({ facilityId }) => facilityId).filter((id) => !remaining.has(id)),
        sourceKeys: [
          ...told.flatMap(({ cluster }) => cluster.records.map(({ sourceKey }) => sourceKey)),
          ...changes.ended.map(({ sourceKey }) => sourceKey),
        ],
      });
      await this.repository.remember({ memory, localities: localitiesHash }, startedAt);
      done(3);
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
  async allLinks(): Promise<CurrentLink[]> {
    return this.transactions.run(SERVICE_IDENTITY, () => this.repository.allLinks());
  }
}
