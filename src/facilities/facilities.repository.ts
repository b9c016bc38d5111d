import type { PageRequest } from '../graphql/page-request.js';
import type { MatchCandidate } from '../domain/facility/match/match-candidate.js';
import type { MatchDecision } from '../domain/facility/match/match-decision.js';
import type { CandidateChanges } from '../domain/facility/match-facilities.js';
import type { MatchingMemory } from '../domain/facility/match/matching-memory.js';
import type { MatchModel } from '../domain/facility/weigh/match-model.js';
import type { SorUnit } from '../domain/facility/sor-unit.js';
import type { SourceRecord } from '../domain/facility/source-record.js';
import type { RecordVersion } from '../domain/facility/provenance/attribute-provenance.js';
import type { Authority, SourceKey } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type {
  FacilityFilter,
  FacilityOrder,
  FacilityPage,
  FacilityRow,
  FacilitySource,
  RecordLinkRow,
} from './facility-list.js';

/** What one register lacks, in numbers of its current records. */
export interface RecordQuality {
  readonly authority: Authority;
  readonly records: number;
  readonly ended: number;
  readonly withoutAddress: number;
  readonly withSecretAddress: number;
  readonly withoutPNumber: number;
  readonly withoutCvrNumber: number;
  /** Broken in the register's latest full delivery, and therefore kept as an earlier one had them. */
  readonly stale: number;
  /** Their place is known to no other register. */
  readonly unmatched: number;
  readonly quarantinedRows: number;
}

/** A record that takes part in matching. */
export interface MatchedRecord {
  readonly record: SourceRecord;
  readonly sorUnit: SorUnit | null;
  readonly endedOn: Day | null;
  /** Since the matching that the memory is of. */
  readonly isChanged: boolean;
}

/** What the latest matching left. */
export interface RememberedMatching {
  readonly memory: MatchingMemory;
  /** A hash of what it had learned of municipalities and postal codes. */
  readonly localities: number;
}

/** A link as it should be from now on. */
export interface DecidedLink {
  readonly sourceKey: SourceKey;
  readonly facilityId: string;
  readonly rule: string;
  readonly confidence: number;
  readonly comparedWith: string | null;
  readonly decidedBy: 'RULE' | 'MODEL' | 'PERSON';
}

/** A link as it is told to others: cells of one line. */
export interface CurrentLink {
  readonly sourceKey: string;
  readonly facilityId: string;
  readonly rule: string;
  readonly probability: number;
  readonly decidedBy: string;
  readonly comparedWith: string | null;
}

/** What is to be written so that the current links are as decided. */
export interface LinkChanges {
  /** Belong together no longer. */
  readonly ended: readonly Pick<DecidedLink, 'sourceKey' | 'facilityId'>[];
  /** Go on, for another reason or less or more surely. */
  readonly changed: readonly DecidedLink[];
  readonly added: readonly DecidedLink[];
}

/** Links that hold, and of records that have none those that ended last. */
export interface KnownLink extends DecidedLink {
  readonly isCurrent: boolean;
}

/** Profiles to bring up to date. */
export interface ProfileChanges {
  readonly told: readonly StoredProfile[];
  /** Whether `told` are all there should be. */
  readonly isWhole: boolean;
  /** Places that no record belongs to any more. */
  readonly gone: readonly string[];
  /** Records whose address may have to be hidden now, or shown. */
  readonly sourceKeys: readonly SourceKey[];
}

/** What a matching was made from and what it leaves open. */
export interface MatchingOutcome {
  /** The database's clock before the records were read. */
  readonly startedAt: string;
  readonly records: number;
  readonly facilities: number;
  readonly modelVersion: string;
  readonly oversizedBlocks: number;
}

/** What leads to where a place is, by public registers: kept apart from the profile where its address is secret. */
export interface Identifiers {
  readonly operatorName: string | null;
  /** Who runs the place today; null where the registers leave it open. */
  readonly operatorCvrNumber: string | null;
  readonly cvrNumbers: readonly string[];
  readonly pNumbers: readonly string[];
  readonly sorCodes: readonly string[];
  readonly searchText: string;
}

export interface StoredProfile extends Identifiers {
  readonly facilityId: string;
  readonly name: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  readonly hasSecretAddress: boolean;
  readonly facilityType: string | null;
  readonly capacityPlaces: number | null;
  readonly employees: number | null;
  readonly authorities: readonly string[];
  readonly responsibleUnit: string | null;
  readonly valueSources: Readonly<Record<string, string>>;
  readonly endedOn: Day | null;
  /** Set where the address is secret: then the profile's own identifiers are empty. */
  readonly secret: Identifiers | null;
}

export abstract class FacilitiesRepository {
  /** True where a record changed or a person decided since the last matching, or none was made yet. */
  abstract isMatchingDue(): Promise<boolean>;
  /** The database's clock: what changes after this moment is for the next matching. */
  abstract now(): Promise<string>;
  abstract recordsToMatch(): Promise<MatchedRecord[]>;
  /** What the latest matching left; undefined where that was left by other rules, or another one came after. */
  abstract recall(): Promise<RememberedMatching | undefined>;
  abstract remember(matching: RememberedMatching, startedAt: string): Promise<void>;
  abstract knownLinks(): Promise<KnownLink[]>;
  /** What people decided and nobody undid, oldest first. */
  abstract activeDecisions(): Promise<MatchDecision[]>;
  /** Ids of places that no record belongs to any more. */
  abstract retiredFacilities(): Promise<Set<string>>;
  /** Keeps a model that pairs were weighed by. */
  abstract keepModel(model: MatchModel): Promise<void>;
  /** Brings the stored pairs to these. */
  abstract replaceCandidates(candidates: Iterable<MatchCandidate>, modelVersion: string): Promise<void>;
  abstract changeCandidates(changes: CandidateChanges, modelVersion: string): Promise<void>;
  /** Ends links that no longer hold, adds new ones, redirects places that disappeared, and notes the run. */
  abstract changeLinks(
    changes: LinkChanges,
    redirects: ReadonlyMap<string, string>,
    outcome: MatchingOutcome,
  ): Promise<void>;
  /** Brings profiles up to date, and hides the addresses of records whose place any register keeps secret. */
  abstract changeProfiles(changes: ProfileChanges): Promise<void>;

  abstract findFacility(id: string): Promise<FacilityRow | undefined>;
  abstract listFacilities(
    filter: FacilityFilter,
    order: FacilityOrder,
    page: PageRequest,
  ): Promise<FacilityPage>;
  abstract sourcesOf(facilityIds: readonly string[]): Promise<FacilitySource[]>;
  /** How the records of these places were described, from which day on. */
  abstract recordVersionsOf(
    facilityIds: readonly string[],
  ): Promise<(RecordVersion & { facilityId: string })[]>;
  /** Counts for each register of what is missing, and of places that no other register knows. */
  abstract recordQuality(): Promise<RecordQuality[]>;
  /** The latest version of every record that has not ended, for counting conflicts. */
  abstract currentRecords(): Promise<(RecordVersion & { facilityId: string })[]>;
  abstract recordLinks(limit: number, after: string): Promise<RecordLinkRow[]>;
  abstract municipalities(): Promise<{ code: string; name: string }[]>;
  abstract allLinks(): Promise<CurrentLink[]>;
}
