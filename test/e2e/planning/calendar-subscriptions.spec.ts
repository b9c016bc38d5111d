import { send } from '../../support/asking.js';
import type { RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';
import { publish, startPlannedCountry, visitsOf, type Visit } from './planned-country.js';

const INSPECTOR = employee('VISITING_INSPECTOR', 'STPS');
const OTHER = employee('VISITING_INSPECTOR', 'ARBEJDSTILSYNET');

describe('a subscription to the calendar', () => {
  let service: RunningService;
  let visits: Visit[];
  beforeAll(async () => {
    service = await startPlannedCountry();
    visits = await visitsOf(service, INSPECTOR, '{ responsibleUnit: STPS }');
  });
  afterAll(() => service.close());

  const subscribe = async (who: typeof INSPECTOR): Promise<string> =>
    (
      await told<{ subscribeToCalendar: { path: string } }>(
        service,
        who,
        'mutation { subscribeToCalendar { path } }',
      )
    ).subscribeToCalendar.path;
  const fetched = async (path: string): Promise<{ status: number; ids: string[]; text: string }> => {
    const { status, text } = await send(service, path);
    return { status, text, ids: [...text.matchAll(/^UID:([0-9a-f-]+)@/gm)].map(([, id]) => id!).sort() };
  };

  it('holds nothing while the plan is a draft, and the visits of the unit alone once it is published', async () => {
    const path = await subscribe(INSPECTOR);
    expect(await fetched(path)).toMatchObject({ status: 200, ids: [] });
    await publish(service, visits[0]!);

    const own = await fetched(path);

    expect(own.ids).toEqual(visits.map(({ id }) => id).sort());
    expect(own.text).not.toMatch(/point|score|risiko/i);
    const others = await fetched(await subscribe(OTHER));
    expect(others.ids).not.toEqual(own.ids);
  });

  it('never names a place whose address is secret', async () => {
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ name: string }>('select name from facility_profiles where has_secret_address'),
    );
    expect(rows.length).toBeGreaterThan(0);
    const { text } = await fetched(await subscribe(INSPECTOR));
    const whole = text.replace(/\r\n /g, '');

    for (const { name } of rows) expect(whole).not.toContain(name);
  });

  it('tells each unit its own visits, event by event, and nothing besides', async () => {
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ unit: string; id: string; title: string; from_day: string; before_day: string }>(
        `select own.responsible_unit as unit, visit.visit_id::text as id,
           case when exists (select from planned_visit_inspectors who where who.planned_visit_id = visit.id
               and who.authority = own.authority and not who.is_whole_day)
             then case placed.half when 'MORNING' then 'Formiddag, ' else 'Eftermiddag, ' end else '' end
             || case when (select count(*) from planned_visit_parts part where part.planned_visit_id = visit.id) > 1
             then 'Fællestilsyn' else 'Tilsyn' end || ': '
             || case when has_secret_address then 'hemmelig adresse' else name end as title,
           to_char(coalesce(visit_on, week_start), 'YYYYMMDD') as from_day,
           to_char(coalesce(visit_on + 1, week_start + 5), 'YYYYMMDD') as before_day
         from planned_visits visit join plans on plans.id = visit.plan_id and plans.state = 'PUBLISHED'
         join planned_visit_parts own on own.planned_visit_id = visit.id
         left join planned_visit_days placed on placed.planned_visit_id = visit.id
         join facility_profiles place on place.facility_id = visit.facility_id
         where visit.until_revision is null order by visit.visit_id`,
      ),
    );
    for (const unit of ['STPS', 'ARBEJDSTILSYNET', 'SOCIALTILSYN_MIDT', 'SOCIALTILSYN_NORD'] as const) {
      for (const role of ['VISITING_INSPECTOR', 'REGISTER_CLERK', 'AUTHORITY_MANAGER'] as const) {
        const { text } = await fetched(await subscribe(employee(role, unit)));
        const events = text.replace(/\r\n /g, '').split('BEGIN:VEVENT').slice(1).map(eventOf);
        const own = rows.filter((row) => row.unit === unit);
        expect({ unit, role, events: events.sort() }).toEqual({
          unit,
          role,
          events: own.map(({ id, title, from_day: from, before_day: before }) => [id, title, from, before].join(' ')).sort(),
        });
      }
    }
    expect(rows.length).toBeGreaterThan(20);
  }); // prettier-ignore

  it('ends when its owner is signed out everywhere, as whoever leaves is', async () => {
    const leaver = { ...INSPECTOR, person: 'somebody who leaves' };
    const path = await subscribe(leaver);
    expect((await fetched(path)).status).toBe(200);
    await service.database.asOwner((client) =>
      client.query(`insert into token_revocations (person) values ($1)`, [leaver.person]),
    );

    expect((await fetched(path)).status).toBe(404);
    expect((await fetched(await subscribe(INSPECTOR))).status).toBe(200);
  });

  it('leaves out a visit that a partner has not accepted', async () => {
    const joint = visits.find(({ parts }) => parts.length > 1)!;
    await service.database.asOwner((client) =>
      client.query(
        `insert into visit_part_answers (planned_visit_id, plan_id, authority, responsible_unit, answer, reason, answered_by)
         select part.planned_visit_id, part.plan_id, part.authority, part.responsible_unit, 'DECLINED', 'ABSENCE', 'spec'
         from planned_visits visit join planned_visit_parts part on part.planned_visit_id = visit.id
         where visit.visit_id = $1 and part.authority <> 'STPS'`,
        [joint.id],
      ),
    );

    expect((await fetched(await subscribe(INSPECTOR))).ids).not.toContain(joint.id);
  });

  it('does not exist once it is revoked or has run out, nor where it was made up', async () => {
    const [revoked, ended] = [await subscribe(INSPECTOR), await subscribe(INSPECTOR)];
    const { calendarSubscriptions: own } = await told<{ calendarSubscriptions: { id: string }[] }>(
      service,
      INSPECTOR,
      '{ calendarSubscriptions { id } }',
    );
    await service.database.asOwner((client) =>
      client.query(`update calendar_subscriptions set expires_at = now() where id = $1`, [own[0]!.id]),
    );
    expect((await fetched(ended)).status).toBe(404);
    expect((await fetched(revoked)).status).toBe(200);
    await told(service, INSPECTOR, `mutation { revokeCalendarSubscription(id: "${own[1]!.id}") }`);

    const answers = [
      await fetched(revoked),
      await fetched(ended),
      await fetched(`/kalender/abonnement/${'A'.repeat(43)}.ics`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ''))).size).toBe(1);
  });

  it('cannot be revoked by anybody else', async () => {
    await subscribe(INSPECTOR);
    const { calendarSubscriptions: own } = await told<{ calendarSubscriptions: { id: string }[] }>(
      service,
      INSPECTOR,
      '{ calendarSubscriptions { id } }',
    );

    await expect(
      told(service, OTHER, `mutation { revokeCalendarSubscription(id: "${own[0]!.id}") }`),
    ).rejects.toThrow('NOT_FOUND');
  });
});

/** What an event tells: id, title, first day and the day after the last. A property that is not known here fails. */
function eventOf(event: string): string {
  const told = new Map(
    event
      .split('END:VEVENT')[0]!
      .trim()
      .split('\r\n')
      .map((line) => /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line)!.slice(1, 3) as [string, string]),
  );
  expect([...told.keys()].sort()).toEqual([
    'CLASS',
    'DTEND',
    'DTSTAMP',
    'DTSTART',
    'SEQUENCE',
    'SUMMARY',
    'TRANSP',
    'UID',
    'URL',
  ]);
  const id = told.get('UID')!.replace('@samtilsyn', '');
  expect(told.get('URL')).toMatch(new RegExp(`/besoeg/${id}$`));
  const title = told.get('SUMMARY')!.replace(/\\([\\;,])/g, '$1');
  return [id, title, told.get('DTSTART'), told.get('DTEND')].join(' ');
}
