import { ADDRESS_ROLES } from '../../../../src/access/matrix/visibility.js';
import type { Identity } from '../../../../src/domain/shared/identity.js';
import type { IsWithin, Seen } from './told-answer.js';
import type { World } from './world.js';

const FOLDERS: Readonly<Record<string, string>> = {
  socialtilsynet: 'SOCIALTILSYNET',
  arbejdstilsynet: 'ARBEJDSTILSYNET',
  stps: 'STPS',
  planning: 'PLANNING',
};

/** The scopes of the matrix in the words of the API's objects; the database spec says the same of its rows. */
export const isWithin: IsWithin = (scope, asker, object, above, world) => {
  const text = (name: string): string => object.value[name] as string;
  const placeId = [object, ...above].find(({ type }) => type === 'Facility')?.value['id'] as string;
  switch (scope) {
    case 'ALL':
    case 'COUNTED':
      return true;
    case 'OWN_PLACE':
      return placeId === asker.facilityId;
    case 'OWN_OPERATOR':
      return runs(asker, placeId, world) && seesSourceOfOperator(asker, object, world);
    case 'OWN_TOLD':
      return (
        (placeId === asker.facilityId || runs(asker, placeId, world)) &&
        world.toldQuarters.has(text('quarterStartsOn'))
      );
    case 'OWN_AUTHORITY':
      return text('authority') === asker.authority;
    case 'SHARED_OR_OWN_UNIT':
      return text('secrecy') === 'SHARED' || isOwnUnit(asker, text('authority'), text('unit'));
    case 'AFTER_OWN_LOCK': {
      const about = [object, ...[...above].reverse()].find(({ value }) => 'facilityId' in value);
      return world.locks.has(
        `${asker.person} ${(about?.value['facilityId'] as string | undefined) ?? placeId}`,
      );
    }
    case 'SHARED_AFTER_OWN_LOCK':
      return (
        isWithin('AFTER_OWN_LOCK', asker, object, above, world) &&
        isWithin('SHARED_OR_OWN_UNIT', asker, object, above, world)
      );
    case 'OWN_INSPECTORS':
      return isOwnUnit(asker, text('authority'), text('unit'));
    case 'WHEN_OVER':
      return text('periodTo') < new Date().toISOString().slice(0, 10);
    case 'OWN_UNIT':
      return isOwnUnit(asker, text('authority'), text('unit') ?? unitOf(object, world));
    case 'NOT_SECRET':
    case 'NOT_SECRET_OF_OTHERS':
    case 'OWN_OPERATOR_NOT_SECRET':
      return keysOf(object, above).every((key) => seesSource(asker, key, world));
    case 'PLACES_NOT_SECRET':
    case 'PLACES_NOT_SECRET_OF_OTHERS': {
      const sources = (world.sourcesOf.get(text('id')) ?? []).map((key) => world.sources.get(key)!);
      return (
        !sources.some(({ hidesAddress }) => hidesAddress) ||
        (scope === 'PLACES_NOT_SECRET_OF_OTHERS' &&
          sources.some(({ authority, unit }) => isOwnUnit(asker, authority, unit)))
      );
    }
    case 'ANY_SOURCE':
      return ['values', 'earlier'].some((name) =>
        (object.value[name] as { sourceKey: string }[]).some(({ sourceKey }) =>
          seesSource(asker, sourceKey, world),
        ),
      );
    case 'OWN_DELIVERIES':
      return isOwnDelivery(asker, [object, ...[...above].reverse()], world);
    case 'OWN_COUNTED_FILES':
      return (
        isOwnDelivery(asker, [object, ...[...above].reverse()], world) &&
        (!text('file').includes('henvendelser') ||
          world.concernFiles.has(`${String(above[0]!.value['id'])} ${asker.unit}`))
      );
    case 'OWN_BROKEN_ROWS':
      return (
        isOwnDelivery(asker, [object, ...[...above].reverse()], world) &&
        isForUnit(asker, object, above, world)
      );
    case 'SHARED_OUTCOME':
      return seesOutcome(asker, object.type === 'Finding' ? above.at(-1)! : object, world);
    case 'SHARED_TEXT': {
      const visit = object.type === 'FollowUp' ? visitOf(object, world) : above.at(-1)!;
      if (object.type === 'FollowUp' && !seesOutcome(asker, visit, world)) return false;
      return (
        seesSource(asker, visit.value['sourceKey'] as string, world) &&
        (isOwnCase(asker, visit, world) || isShared(asker, 'FREE_TEXT', visit, world))
      );
    }
    case 'SEEN_DATA':
      return seesContested(asker, object, world);
    case 'SHARED_ACCIDENTS':
      throw new Error('No object of the API is an accident; say here who sees one that is.');
    case 'OWN_HELD': {
      const { source, secrecy, key } = world.heldTexts.get(text('id'))!;
      const isOwnRegister = [asker.authority, 'PLANNING'].includes(source);
      if (secrecy === 'SHARED') return isOwnRegister && (key === null || seesSource(asker, key, world));
      return isOwnRegister && key !== null && world.sources.get(key)?.unit === asker.unit;
    }
  }
};

function runs(asker: Identity, placeId: string, world: World): boolean {
  return asker.cvrNumber !== undefined && world.operators.get(placeId) === asker.cvrNumber;
}

/** What a register still says of another operator is not this one's; visits and findings go with their record. */
function seesSourceOfOperator(asker: Identity, object: Seen, world: World): boolean {
  const cvrNumber = world.sources.get(object.value['sourceKey'] as string)?.cvrNumber ?? null;
  return cvrNumber === null || cvrNumber === asker.cvrNumber;
}

function seesSource(asker: Identity, key: string, world: World): boolean {
  const source = world.sources.get(key);
  if (source === undefined) return false;
  const { hidesAddress, authority, unit, cvrNumber } = source;
  if (asker.role === 'FACILITY_USER') return true;
  if (asker.role === 'OPERATOR_USER')
    return !hidesAddress && (cvrNumber === null || cvrNumber === asker.cvrNumber);
  const needsAddresses = ADDRESS_ROLES.some((role) => role === asker.role);
  return !hidesAddress || (needsAddresses && isOwnUnit(asker, authority, unit));
}

/** The records that an object is about: one, a pair, or those of a decision. */
function keysOf({ value }: Seen, above: readonly Seen[]): string[] {
  const {
    sourceKey,
    leftKey,
    rightKey,
    leftKeys = [],
    rightKeys = [],
  } = value as Record<string, string> & {
    leftKeys?: string[];
    rightKeys?: string[];
  };
  const keys = [sourceKey, leftKey, rightKey, ...leftKeys, ...rightKeys].filter((key) => key !== undefined);
  return keys.length > 0 ? keys : [above.at(-1)!.value['sourceKey'] as string];
}

function unitOf(object: Seen, world: World): string | null | undefined {
  return world.sources.get(object.value['sourceKey'] as string)?.unit;
}

function isOwnUnit(asker: Identity, authority: string, unit: string | null | undefined): boolean {
  return authority === asker.authority && (authority !== 'SOCIALTILSYNET' || unit === asker.unit);
}

function isShared(asker: Identity, fieldClass: string, visit: Seen, world: World): boolean {
  return world.sharing.has(`${String(visit.value['authority'])} ${fieldClass} ${asker.authority}`);
}

function isOwnCase(asker: Identity, visit: Seen, world: World): boolean {
  return isOwnUnit(asker, visit.value['authority'] as string, unitOf(visit, world));
}

function seesOutcome(asker: Identity, visit: Seen, world: World): boolean {
  const isKnown = (visit.value['availableOn'] as string) <= new Date().toISOString().slice(0, 10);
  return isOwnCase(asker, visit, world) || (isKnown && isShared(asker, 'OUTCOME', visit, world));
}

function seesContested(asker: Identity, contest: Seen, world: World): boolean {
  const { sourceKey, visitKey, findingKey } = contest.value as Record<string, string | null>;
  if (!seesSource(asker, sourceKey!, world)) return false;
  if (isOwnCase(asker, contest, world) || (visitKey ?? null) === null) return true;
  if (world.openCases.has(visitKey!) || !isShared(asker, 'OUTCOME', contest, world)) return false;
  return (findingKey ?? null) === null || isShared(asker, 'FREE_TEXT', contest, world);
}

function isForUnit(asker: Identity, object: Seen, above: readonly Seen[], world: World): boolean {
  const row = [object, ...above].find(({ type }) => type === 'QuarantinedRow');
  const id = (row?.value['id'] ??
    object.value['rowId'] ??
    (object.value['row'] as { id: string }).id) as string;
  if (world.concernRows.has(id) && world.concernRows.get(id) !== asker.unit) return false;
  if (!world.delicateRows.has(id)) return true;
  return asker.role === 'REGISTER_CLERK' && world.delicateRows.get(id) === asker.unit;
}

/** The nearest object that says which file or whose delivery it is about decides. */
function visitOf({ value }: Seen, world: World): Seen {
  return { type: 'InspectionVisit', value: world.visitsOfReactions.get(value['id'] as string)! };
}

function isOwnDelivery(asker: Identity, objects: readonly Seen[], world: World): boolean {
  for (const { type, value } of objects) {
    const file = (value['file'] ?? (value['row'] as { file?: string } | undefined)?.file) as
      string | undefined;
    const source =
      file === undefined
        ? (value['source'] ?? world.deliveries.get(value['deliveryId'] as string))
        : FOLDERS[file.split('/')[0]!];
    if (source === undefined) continue;
    if (type === 'QuarantinedRow' && file?.includes('henvendelser')) return false;
    return source === asker.authority || source === 'PLANNING';
  }
  throw new Error(`${objects[0]!.type} tells neither a file nor a source; teach isOwnDelivery how to tell.`);
}
