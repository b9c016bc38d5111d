import { COUNTS_TODAY } from '../grants/access-grants.js';

/** A condition on `session`, with its grant as `granted`; $2 is the number of idle minutes that ends it. */
const IS_LIVE = `session.ended_at is null and now() < session.expires_at
  and now() < session.last_seen_at + make_interval(mins => $2)
  and (session.grant_id is null or (${COUNTS_TODAY}))`;

// What was signed is needed no longer, and says more about a person than that there was a session.
const ENDED = `ended_at = now(), id_token = null, claims = '{}'`;

/** Also forgets what sessions that ran out had signed, and after 90 days that there were any. */
export const START = `
  with forgotten as (delete from sessions where expires_at < now() - interval '90 days'),
  run_out as (update sessions set id_token = null, claims = '{}'
    where expires_at between now() - interval '90 days' and now() and claims <> '{}')
  insert into sessions (id_hash, person, issuer, issuer_session, id_token, claims, grant_id, facility_id, cvr_number, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(mins => $10))`;

/** Noted at most once a minute, so that reading pages does not write to the table all the time. */
export const FIND = `
  with live as (
    select session.*, granted.role, granted.authority, granted.unit, granted.purpose
    from sessions session left join access_grants granted on granted.id = session.grant_id
    where session.id_hash = $1 and ${IS_LIVE}
  ), noted as (
    update sessions set last_seen_at = now()
    from live where sessions.id_hash = live.id_hash and live.last_seen_at < now() - interval '1 minute'
  )
  select person, issuer, claims, id_token as "idToken", role, authority, unit, purpose, facility_id as "facilityId",
    cvr_number as "cvrNumber"
  from live`;

/** The new session ends when the old one would have. */
export const CHOOSE = `
  with old as (
    select session.* from sessions session left join access_grants granted on granted.id = session.grant_id
    where session.id_hash = $1 and ${IS_LIVE}
    for update of session
  ), replaced as (
    update sessions set ended_because = 'REPLACED', ${ENDED} from old where sessions.id_hash = old.id_hash
  ), begun as (
    insert into sessions (id_hash, person, issuer, issuer_session, id_token, claims, grant_id, facility_id, cvr_number, expires_at)
      select $3, person, issuer, issuer_session, id_token, claims, $4, $5, $6, expires_at from old
    returning 1
  )
  select 1 from begun`;

export const END = `update sessions set ended_because = $2, ${ENDED} where id_hash = $1 and ended_at is null`;

/** Ends a person's sessions, and lets no access token be believed that was issued until now. */
export const REVOKE = `
  with revoked as (
    insert into token_revocations (person) values ($1) on conflict (person) do update set revoked_at = now()
  ), ended as (
    update sessions set ended_because = 'REVOKED', ${ENDED}
    where person = $1 and ended_at is null and now() < expires_at returning 1
  )
  select count(*)::int as count from ended`;

export const LIST = `
  select person, role, unit, started_at as "startedAt", last_seen_at as "lastSeenAt"
  from sessions session left join access_grants granted on granted.id = session.grant_id
  where session.ended_at is null and now() < session.expires_at
    and now() < session.last_seen_at + make_interval(mins => $1)
    and (session.grant_id is null or (${COUNTS_TODAY}))
  order by person, started_at`;

/** Either of the issuer's session ($2) and the person ($3) may be null, not both. */
export const END_AT_ISSUER = counted(
  `update sessions set ended_because = 'ISSUER_ENDED_IT', ${ENDED}
   where issuer = $1 and ended_at is null and coalesce($2, $3) is not null
     and ($2::text is null or issuer_session = $2) and ($3::text is null or person = $3)`,
);

function counted(update: string): string {
  return `with ended as (${update} returning 1) select count(*)::int as count from ended`;
}
