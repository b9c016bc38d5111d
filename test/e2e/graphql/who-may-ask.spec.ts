import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ROLES, STAFF_ROLES, type Role } from '../../../src/domain/shared/identity.js';
import { ask, send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { addFacility } from '../access/granting.js';
import { anybody, employee, refusal, SOME_PLACE } from './people.js';

const NONE = '00000000-0000-4000-8000-000000000000';

const PLAN_KEEPERS: readonly Role[] = ['PLANNER', 'AUTHORITY_MANAGER'];

const REPORTERS: readonly Role[] = ['VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER'];

/** Every question and command with the roles that may use it, written out so that a change is seen. */
const ENTRANCES: readonly (readonly [string, string, readonly Role[]])[] = [
  ['facilities', '{ facilities { totalCount } }', [...STAFF_ROLES, 'OPERATOR_USER']],
  ['facility', `{ facility(id: "${NONE}") { id } }`, [...STAFF_ROLES, 'FACILITY_USER', 'OPERATOR_USER']],
  ['municipalities', '{ municipalities { code } }', STAFF_ROLES],
  ['dataQuality', '{ dataQuality { registers { records } } }', ['PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['currentPlans', '{ currentPlans { id } }', STAFF_ROLES],
  ['riskBands', '{ riskBands { band } }', STAFF_ROLES],
  ['riskRun', `{ riskRun(id: "${NONE}") { id } }`, STAFF_ROLES],
  ['importRun', `{ importRun(id: "${NONE}") { id } }`, ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['importRuns', '{ importRuns { id } }', ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['importDrop', 'mutation { importDrop(input: { drop: "nowhere" }) { id } }', ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['matchQueue', '{ matchQueue { totalCount } }', ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['matchPair', '{ matchPair(leftKey: "a", rightKey: "b") { state } }', ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['decideMatch', 'mutation { decideMatch(input: { kind: MERGE, leftKey: "a", rightKey: "b", reason: "because" }) { id } }', ['REGISTER_CLERK']],
  ['mergeFacilities', `mutation { mergeFacilities(input: { facilityId: "${NONE}", otherFacilityId: "${NONE}", reason: "because" }) { id } }`, ['REGISTER_CLERK']],
  ['splitFacility', `mutation { splitFacility(input: { facilityId: "${NONE}", leavingKeys: ["a"], expectedKeys: ["a", "b"], reason: "because" }) { id } }`, ['REGISTER_CLERK']],
  ['undoMatchDecision', `mutation { undoMatchDecision(input: { id: "${NONE}", reason: "because" }) { id } }`, ['REGISTER_CLERK']],
  ['importRunCount', '{ importRunCount }', ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['cancelImport', `mutation { cancelImport(id: "${NONE}") { id } }`, ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['rollbackConsequences', `{ rollbackConsequences(deliveryId: "${NONE}") { rows } }`, ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['rollBackDelivery', `mutation { rollBackDelivery(input: { deliveryId: "${NONE}", reason: "because" }) { id } }`, ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['recordLinks', '{ recordLinks { sourceKey } }', ['INTEGRATION_CLIENT']],
  ['quarantinedRow', '{ quarantinedRow(id: "0") { surplus } }', ['REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['mendQuarantinedRow', 'mutation { mendQuarantinedRow(input: { id: "0", text: "x", reason: "because" }) { isTaken } }', ['REGISTER_CLERK']],
  ['heldTexts', '{ heldTexts { id } }', ['REGISTER_CLERK']],
  ['decideHeldText', 'mutation { decideHeldText(input: { id: "0", isPersonNumber: true }) { id } }', ['REGISTER_CLERK']],
  ['auditEntries', '{ auditEntries { sequence } }', ['AUDITOR', 'AUTHORITY_MANAGER']],
  ['rescore', 'mutation { rescore { id } }', ['MODEL_OWNER', 'AUTHORITY_MANAGER']],
  [
    'cancelRescore',
    'mutation { cancelRescore(id: "00000000-0000-4000-8000-000000000000") { id } }',
    ['MODEL_OWNER', 'AUTHORITY_MANAGER'],
  ],
  ['plannedVisits', '{ plannedVisits { totalCount } }', STAFF_ROLES],
  ['plannedVisit', `{ plannedVisit(id: "${NONE}") { id } }`, STAFF_ROLES],
  ['planChanges', `{ planChanges(planId: "${NONE}") { revision } }`, STAFF_ROLES],
  ['planningDecisions', `{ planningDecisions(facilityId: "${NONE}") { id } }`, STAFF_ROLES],
  ['checkPlanChange', `{ checkPlanChange(input: { planId: "${NONE}", kind: PART_DROPPED, visitId: "${NONE}" }) { token } }`, PLAN_KEEPERS],
  ['changePlan', `mutation { changePlan(input: { planId: "${NONE}", kind: PART_DROPPED, visitId: "${NONE}", revision: 0, token: "", reason: ABSENCE }) { id } }`, PLAN_KEEPERS],
  ['undoPlanChange', `mutation { undoPlanChange(planId: "${NONE}", undoes: 1, revision: 1) { revision } }`, PLAN_KEEPERS],
  ['answerPart', `mutation { answerPart(input: { planId: "${NONE}", visitId: "${NONE}", sinceRevision: 0, answer: ACCEPTED }) { id } }`, PLAN_KEEPERS],
  ['acceptAllParts', `mutation { acceptAllParts(planId: "${NONE}", revision: 0) }`, PLAN_KEEPERS],
  ['publishPlan', `mutation { publishPlan(planId: "${NONE}", revision: 0) }`, PLAN_KEEPERS],
  ['decideOnPlanning', `mutation { decideOnPlanning(input: { kind: VETO, facilityId: "${NONE}", weekFrom: "2027-01-04", weekTo: "2026-12-28", reason: ABSENCE }) { id } }`, PLAN_KEEPERS],
  ['withdrawDecision', `mutation { withdrawDecision(id: "${NONE}") { id } }`, PLAN_KEEPERS],
  ['why', `{ why(facilityId: "${NONE}", authority: STPS) { __typename } }`, PLAN_KEEPERS],
  ['whyNot', `{ whyNot(facilityId: "${NONE}", authority: STPS) { __typename } }`, PLAN_KEEPERS],
  ['whatIf', `{ whatIf(input: { facilityId: "${NONE}", authority: STPS, probability: 0.5 }) { __typename } }`, PLAN_KEEPERS],
  ['planPrices', `{ planPrices(planId: "${NONE}") { __typename } }`, PLAN_KEEPERS],
  ['planReport', `{ planReport(planId: "${NONE}") { __typename } }`, PLAN_KEEPERS],
  ['absences', '{ absences { id } }', PLAN_KEEPERS],
  ['inspectors', '{ inspectors { __typename } }', STAFF_ROLES],
  ['registerAbsence', 'mutation { registerAbsence(input: { inspector: "nobody", from: "2027-01-04", to: "2027-01-04" }) { id } }', PLAN_KEEPERS],
  ['withdrawAbsence', `mutation { withdrawAbsence(id: "${NONE}") }`, PLAN_KEEPERS],
  ['notifyVisit', `mutation { notifyVisit(input: { visitId: "${NONE}", visitOn: "2027-01-04" }) { id } }`, PLAN_KEEPERS],
  ['withdrawNotice', `mutation { withdrawNotice(visitId: "${NONE}") { id } }`, PLAN_KEEPERS],
  ['overrideReasons', '{ overrideReasons { code } }', STAFF_ROLES],
  ['lastOverrideDay', '{ lastOverrideDay }', STAFF_ROLES],
  ['awaitingOverrides', '{ awaitingOverrides { id } }', REPORTERS],
  ['modelRegistry', '{ modelRegistry { inForce } }', ['MODEL_OWNER']],
  ['modelRecord', '{ modelRecord(version: 99) }', ['MODEL_OWNER']],
  ['versionConsequences', '{ versionConsequences(version: 99) { raised } }', ['MODEL_OWNER']],
  ['approveModels', 'mutation { approveModels(input: { version: 99, reason: "to see who may ask" }) { inForce } }', ['MODEL_OWNER']],
  ['rollBackModels', 'mutation { rollBackModels(reason: "to see who may ask") { inForce } }', ['MODEL_OWNER']],
  ['overrideReport', '{ overrideReport { verdict } }', ['MODEL_OWNER', 'AUTHORITY_MANAGER']],
  ['overrideBand', `mutation { overrideBand(input: { facilityId: "${NONE}", band: LOW, reasonCode: "NONE", explanation: "to see who may ask", expiresOn: "2030-01-01" }) { id } }`, REPORTERS],
  ['decideOverride', `mutation { decideOverride(input: { id: "${NONE}", step: CONFIRMED }) { id } }`, REPORTERS],
  ['seriousEventKinds', '{ seriousEventKinds { code } }', STAFF_ROLES],
  ['reportSeriousEvent', `mutation { reportSeriousEvent(input: { facilityId: "${NONE}", kind: "NONE", isForOwnUnitOnly: true, derivesFromConcern: true, occurredOn: "2026-01-01", description: "to see who may ask" }) { id } }`, REPORTERS],
  ['resolveSeriousEvent', `mutation { resolveSeriousEvent(input: { id: "${NONE}", explanation: "to see who may ask" }) { id } }`, REPORTERS],
  ['unansweredContests', '{ unansweredContests { id } }', ['PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['contestData', 'mutation { contestData(input: { subject: RECORD_FIELD, sourceKey: "x", field: "name", claim: "to see who may ask" }) { id } }', ['FACILITY_USER']],
  ['withdrawContest', `mutation { withdrawContest(id: "${NONE}") { id } }`, ['FACILITY_USER']],
  ['answerContest', `mutation { answerContest(input: { id: "${NONE}", step: TAKEN_UP }) { id } }`, ['PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER']],
  ['blindVisits', '{ blindVisits { id } }', ['AUTHORITY_MANAGER', 'AUDITOR']],
  ['lockFindings', `mutation { lockFindings(input: { facilityId: "${NONE}", visitedOn: "2026-01-01", hasSeriousFinding: true, conclusion: "to see who may ask" }) { id } }`, ['VISITING_INSPECTOR']],
  ['randomShares', '{ randomShares { share } }', [...STAFF_ROLES, 'AUDITOR']],
  ['randomDraws', '{ randomDraws { id } }', ['PLANNER', 'MODEL_OWNER', 'AUTHORITY_MANAGER', 'AUDITOR']],
  ['selectionReport', '{ selectionReport { channels { channel } } }', ['MODEL_OWNER', 'AUTHORITY_MANAGER']],
  ['selectFacility', `mutation { selectFacility(input: { facilityId: "${NONE}", channel: MANUAL, periodFrom: "2030-01-01", periodTo: "2030-01-02", reason: "to see who may ask" }) { id } }`, ['PLANNER', 'AUTHORITY_MANAGER']],
  ['setRandomShare', 'mutation { setRandomShare(input: { share: 2, reason: "to see who may ask" }) { share } }', ['MODEL_OWNER', 'AUTHORITY_MANAGER']],
  ['agreeToRandomShare', 'mutation { agreeToRandomShare(changeId: "0") { share } }', ['MODEL_OWNER', 'AUTHORITY_MANAGER']],
  ['calendarSubscriptions', '{ calendarSubscriptions { id } }', STAFF_ROLES],
  ['subscribeToCalendar', 'mutation { subscribeToCalendar { id } }', STAFF_ROLES],
  ['revokeCalendarSubscription', `mutation { revokeCalendarSubscription(id: "${NONE}") }`, STAFF_ROLES],
  ['regions', '{ regions { code } }', STAFF_ROLES],
  ['offices', '{ offices { name } }', STAFF_ROLES],
  ['followUps', '{ followUps { totalCount } }', STAFF_ROLES],
  ['planningJob', `{ planningJob(id: "${NONE}") { id } }`, STAFF_ROLES],
  ['planningJobs', '{ planningJobs { id } }', STAFF_ROLES],
  ['planDifferences', `{ planDifferences(from: "${NONE}", to: "${NONE}") { kind } }`, STAFF_ROLES],
  ['startPlanning', 'mutation { startPlanning { id } }', PLAN_KEEPERS],
  ['cancelPlanning', `mutation { cancelPlanning(id: "${NONE}") { id } }`, PLAN_KEEPERS],
]; // prettier-ignore

describe('who may ask what', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
    await addFacility(service.database, { id: SOME_PLACE });
  });
  afterAll(() => service.close());

  it.each(ENTRANCES)('%s is for its roles alone', async (_name, question, roles) => {
    const refused: Role[] = [];
    for (const role of ROLES) {
      const answer = await ask(service, anybody(role), question);
      expect([role, answer.code]).not.toEqual([role, 'UNAUTHENTICATED']);
      expect([role, answer.code]).not.toEqual([role, 'INTERNAL']);
      if (answer.code === 'FORBIDDEN') refused.push(role);
    }

    expect(refused).toEqual(ROLES.filter((role) => !roles.includes(role)));
  });

  it('is decided here for every question and command', () => {
    const { schema } = service.app.get(GraphQLSchemaHost);

    const all = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type!.getFields()),
    );

    expect(ENTRANCES.map(([name]) => name).sort()).toEqual(all.sort());
  });

  it('says which role was refused', async () => {
    const answer = await ask(service, employee('PLANNER'), 'mutation { rescore { id } }');

    expect(refusal(answer)).toEqual([expect.any(Number), 'FORBIDDEN', 'The role PLANNER may not do this.']);
    expect(answer.body?.data).toBeNull();
  });

  const post = (headers: Record<string, string>, query = '{ riskBands { band } }'): Promise<Answer> =>
    send(service, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
  const ticket = (): string => service.ticketFor(employee('PLANNER'));
  const cookie = (): Promise<string> => service.cookieFor(employee('PLANNER'));

  it('answers nobody without an identity', async () => {
    const answer = await post({});

    expect([answer.code, answer.body?.data ?? null]).toEqual(['UNAUTHENTICATED', null]);
  });

  it.each([
    ['made up', () => 'Bearer nonsense'],
    ['empty', () => 'Bearer '],
    ['signed by somebody else', () => `Bearer ${ticket().split('.')[0]}.${'A'.repeat(43)}`],
    ['changed after it was signed', () => `Bearer ${Buffer.from('{"role":"PLANNER","expires":9999999999}').toString('base64url')}.${ticket().split('.')[1]}`],
    ['of another scheme', () => `Basic ${ticket()}`],
  ])('answers nobody whose ticket is %s', async (_name, authorization) => {
    expect((await post({ authorization: authorization() })).code).toBe('UNAUTHENTICATED');
  }); // prettier-ignore

  it('answers nobody about the schema before they have signed in', async () => {
    expect((await post({}, '{ __schema { types { name } } }')).code).toBe('UNAUTHENTICATED');
  });

  it('changes nothing by a question sent with GET', async () => {
    const answer = await send(
      service,
      `/graphql?query=${encodeURIComponent('mutation { rescore { id } }')}`,
      {
        headers: { authorization: `Bearer ${service.ticketFor(employee('MODEL_OWNER'))}` },
      },
    );

    expect(answer.status).toBe(405);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin, in a browser that does not say so', { origin: 'https://evil.example' }],
    ['nowhere, in a browser that does not say so', { origin: 'null' }],
  ])('refuses what a browser is made to send from %s', async (_name, headers) => {
    const answer = await post({ ...headers, cookie: await cookie() });

    expect([answer.status, answer.body?.data ?? null]).toEqual([403, null]);
  });

  it('answers its own pages and programs', async () => {
    const { host } = new URL(service.url);
    const own = await cookie();

    expect((await post({ cookie: own, 'sec-fetch-site': 'same-origin' })).body).toHaveProperty(
      'data.riskBands',
    );
    expect((await post({ cookie: own, origin: `http://${host}` })).body).toHaveProperty('data.riskBands');
    expect((await post({ authorization: `Bearer ${ticket()}` })).body).toHaveProperty('data.riskBands');
  });

  it('tells browsers and caches the same with an answer and with a refusal', async () => {
    const answers = [
      await post({ authorization: `Bearer ${ticket()}` }),
      await post({}),
      await post({ 'sec-fetch-site': 'cross-site' }),
    ];

    expect(answers.map(({ status, body }) => [status, body?.data ? 'data' : 'none'])).toEqual([
      [200, 'data'],
      [expect.any(Number), 'none'],
      [403, 'none'],
    ]);
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toContain('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
