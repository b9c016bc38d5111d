import type { Identity } from '../../../src/domain/shared/identity.js';
import type { RunningService } from '../../support/running-service.js';
import { PLANNER, startPlannedService } from './stage.js';
import { Visitor } from './visitor.js';

let service: RunningService;
beforeAll(async () => {
  service = await startPlannedService();
});
afterAll(() => service.close());

interface Place {
  id: string;
  name: string;
  cvr: string;
  p_number: string;
  source_key: string;
  source_street: string | null;
  has_secret_address: boolean;
}

/** A place straight from the tables, past every rule of who may see what. */
async function onePlace(condition: string): Promise<Place> {
  const found = await service.database.asOwner((client) =>
    client.query<Place>(
      `select profile.facility_id as id, profile.name, profile.cvr_numbers[1] as cvr, profile.p_numbers[1] as p_number,
         record.source_key, record.facts #>> '{address,street}' as source_street, profile.has_secret_address
       from facility_profiles profile
       join facility_links link on link.facility_id = profile.facility_id and link.valid_to is null
       join source_records record on record.source_key = link.source_key
       where profile.ended_on is null and ${condition} order by profile.facility_id, record.source_key limit 1`,
    ),
  );
  return found.rows[0]!;
}

function userOf(facilityId: string): Identity {
  return { role: 'FACILITY_USER', person: 'user', facilityId };
}

describe('signing in', () => {
  it('comes first, and leads back to the page that was asked for', async () => {
    const visitor = new Visitor(service);

    const refused = await visitor.open('/tilsyn?risiko=HIGH');
    expect(refused.status).toBe(303);
    expect(refused.location).toBe('/log-ind?videre=%2Ftilsyn%3Frisiko%3DHIGH');
    const signedIn = await visitor.signInAs('planlaegger-midt', refused.location!);

    expect(signedIn.status).toBe(303);
    expect(signedIn.location).toBe('/tilsyn?risiko=HIGH');
    expect((await visitor.open('/tilsyn?risiko=HIGH')).status).toBe(200);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'never leads to %s',
    async (videre) => {
      const begun = `/log-ind?videre=${encodeURIComponent(videre)}`;
      const signedIn = await new Visitor(service).signInAs('planlaegger-midt', begun);

      expect(signedIn.location).toBe('/');
    },
  );

  it.each([[{}], [{ bruger: 'ingen' }]])('asks again where nobody was chosen: %j', async (form) => {
    const visitor = new Visitor(service);
    const shown = await visitor.post((await visitor.askedWho()).action, form);

    expect(shown.status).toBe(422);
    expect(shown.html).toContain('<a href="#bruger">Vælg en bruger, før du logger ind</a>');
    expect(shown.headers.get('set-cookie')).toBeNull();
  });

  it('ends by signing out', async () => {
    const visitor = new Visitor(service, PLANNER);

    expect((await visitor.post('/log-ud', {})).location).toBe('/log-ud');
    expect((await visitor.open('/log-ud')).html).toContain('Du er logget af');
    expect((await visitor.open('/tilsyn')).status).toBe(303);
  });
});

describe('the start page', () => {
  it('sends everybody to where they begin', async () => {
    const { id } = await onePlace('true');

    expect((await new Visitor(service, PLANNER).open('/')).location).toBe('/tilsyn');
    expect((await new Visitor(service, userOf(id)).open('/')).location).toBe(`/tilbud/${id}`);
    const ministry = await new Visitor(service, { role: 'MINISTRY_ANALYST', person: 'x' }).open('/');
    expect(ministry.status).toBe(200);
    expect(ministry.html).toContain('Her kommer det nationale overblik');
  });
});

describe('the work list', () => {
  it('finds a place by name, CVR number, P-number and register key', async () => {
    const place = await onePlace(
      'cardinality(profile.cvr_numbers) > 0 and cardinality(profile.p_numbers) > 0',
    );
    const visitor = new Visitor(service, PLANNER);

    for (const word of [place.name, place.cvr, place.p_number, place.source_key.split(':')[1]!]) {
      const { html } = await visitor.open(`/tilsyn?soeg=${encodeURIComponent(word)}&antal=100`);
      expect({ word, isFound: html.includes(`/tilbud/${place.id}`) }).toEqual({ word, isFound: true });
    }
  });

  it('turns its pages without losing or repeating a place', async () => {
    const visitor = new Visitor(service, PLANNER);
    const first = await visitor.open('/tilsyn?sort=navn');
    const total = Number(/<strong>(\d+) steder<\/strong>/.exec(first.html)?.[1]);

    const ids: string[] = [];
    for (let page = 1; page <= Math.ceil(total / 25); page += 1) {
      const { html } = await visitor.open(`/tilsyn?sort=navn&side=${page}`);
      ids.push(...[...html.matchAll(/<th scope="row"><a href="\/tilbud\/([^"]+)"/g)].map(([, id]) => id!));
    }

    expect(total).toBeGreaterThan(50);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });

  it('is for the authorities only', async () => {
    const { id } = await onePlace('true');

    const refused = await new Visitor(service, userOf(id)).open('/tilsyn');

    expect(refused.status).toBe(403);
    expect(refused.html).toContain('Du har ikke adgang til denne side');
    expect(refused.html).not.toContain('<table');
  });
});

describe('a facility page', () => {
  it('shows its own user the history, but no trace of score and plan', async () => {
    const { id, name } = await onePlace('true');

    const own = await new Visitor(service, userOf(id)).open(`/tilbud/${id}`);

    expect(own.status).toBe(200);
    expect(own.html).toContain(`<h1>${name}</h1>`);
    expect(own.html).toContain('Stamdata');
    expect(own.html).not.toMatch(/score(?!r:)|risiko(?!baseret)|planlagt|Uge \d/i);
  });

  it("of another place is not there for a facility's user, exactly as one that does not exist", async () => {
    const own = await onePlace('true');
    const other = await onePlace(`profile.facility_id <> '${own.id}'`);
    const visitor = new Visitor(service, userOf(own.id));

    const refused = await visitor.open(`/tilbud/${other.id}`);
    const missing = await visitor.open('/tilbud/00000000-0000-4000-8000-00000000dead');

    expect(refused.status).toBe(404);
    expect(refused.html.replaceAll(other.id, '')).toBe(
      missing.html.replaceAll('00000000-0000-4000-8000-00000000dead', ''),
    );
    expect((await visitor.open('/tilbud/ikke-en-id')).status).toBe(404);
  });

  it('hides a secret address that another register writes out', async () => {
    const place = await onePlace(
      `profile.has_secret_address and record.facts #>> '{address,street}' is not null`,
    );

    const { html } = await new Visitor(service, PLANNER).open(`/tilbud/${place.id}`);

    expect(html).toContain('Hemmelig adresse');
    expect(html).not.toContain(place.source_street);
  });

  it('has words for everything: no code of the service is left standing', async () => {
    const visitor = new Visitor(service, PLANNER);
    const list = await visitor.open('/tilsyn?antal=100');
    const ids = [...list.html.matchAll(/href="(\/tilbud\/[^"]+)"/g)].map(([, path]) => path!);

    for (const path of ids.slice(0, 20)) {
      const text = (await visitor.open(`${path}?besoeg=alle`)).html.replace(/<[^>]+>/g, ' ');
      expect(text.match(/\b[A-Z]+_[A-Z_]+\b/g)).toBeNull();
    }
  });
});

describe('every page', () => {
  it('speaks the language that was asked for, and remembers it', async () => {
    const visitor = new Visitor(service, PLANNER);

    expect((await visitor.open('/tilsyn')).html).toContain('<html lang="da">');
    expect((await visitor.open('/tilsyn?sprog=en')).html).toContain('<h1>Work list</h1>');
    expect((await visitor.open('/plan')).html).toContain('<html lang="en">');
    expect((await visitor.open('/plan?sprog=da')).html).toContain('<html lang="da">');
    expect((await visitor.open('/plan?sprog=tlh')).html).toContain('<html lang="da">');
  });

  it('is a page for people and a short message for programs where there is nothing', async () => {
    const visitor = new Visitor(service, PLANNER);

    const page = await visitor.open('/findes-ikke');
    const message = await visitor.open('/findes-ikke', { accept: 'application/json' });

    expect([page.status, message.status]).toEqual([404, 404]);
    expect(page.html).toContain('<h1>Siden findes ikke</h1>');
    expect(message.headers.get('content-type')).toContain('json');
  });

  it('admits a fault of ours with a number to ask about, and nothing of what went wrong inside', async () => {
    service.app.useLogger(false);
    await service.database.asOwner((client) => client.query('alter table municipalities rename to hidden'));
    const broken = await new Visitor(service, PLANNER).open('/tilsyn');
    await service.database.asOwner((client) => client.query('alter table hidden rename to municipalities'));

    expect(broken.status).toBe(500);
    expect(broken.html).toMatch(/oplys nummeret [0-9a-f-]{36}\./);
    expect(broken.html).not.toMatch(/municipalities|relation|select/i);
  });
});

describe('the files of the pages', () => {
  it.each([
    ['/dkfds/css/dkfds.min.css', 'text/css'],
    ['/dkfds/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2', 'font/woff2'],
    ['/dkfds/img/all-svg-icons.svg', 'image/svg+xml'],
    ['/assets/samtilsyn.css', 'text/css'],
    ['/assets/enhance.js', 'javascript'],
  ])('%s is served as %s and may be kept for a while', async (path, type) => {
    const { status, headers } = await new Visitor(service).open(path);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain(type);
    expect(headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it.each(['/assets/../web.module.ts', '/assets/%2e%2e/web.module.ts', '/dkfds/..%2fpackage.json'])(
    '%s leads out of no folder',
    async (path) => {
      const { status, html } = await new Visitor(service).open(path);

      expect(status).toBeGreaterThanOrEqual(400);
      expect(html).not.toMatch(/@Module|"version"/);
    },
  );
});
