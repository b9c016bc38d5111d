import type { Identity } from '../../../src/domain/shared/identity.js';
import type { RunningService } from '../../support/running-service.js';

export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where the visitor is sent on to; not followed. */
  readonly location: string | null;
}

/** Asks for pages as a browser would: as HTML, keeping cookies, but without following. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly service: RunningService,
    private identity?: Identity,
  ) {}

  open(path: string, headers: Record<string, string> = {}): Promise<Shown> {
    return this.send(path, { headers });
  }

  post(path: string, form: Record<string, string>): Promise<Shown> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(form), headers: {} });
  }

  /** The page of the development issuer that asks who one is, on the way to a page. */
  async askedWho(path = '/log-ind'): Promise<Shown & { readonly action: string }> {
    const shown = await this.follow(await this.open(path), () => false);
    const [, action = ''] = /<form[^>]* action="(\/udvikler-log-ind\/[^"]+)"/.exec(shown.html) ?? [];
    return { ...shown, action };
  }

  /** Signs in as one of the made-up people, all the way to the issuer and back; answers how the service received them. */
  async signInAs(user: string, path = '/log-ind'): Promise<Shown> {
    const { action } = await this.askedWho(path);
    const chosen = await this.post(action, { bruger: user });
    return this.follow(chosen, (from) => from.includes('/log-ind/svar?'));
  }

  /** Goes where it is sent, until it is sent nowhere or was at a place `isThere`. */
  private async follow(shown: Shown, isThere: (path: string) => boolean): Promise<Shown> {
    if (shown.location === null) return shown;
    const next = await this.open(shown.location);
    return isThere(shown.location) ? next : this.follow(next, isThere);
  }

  private async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Shown> {
    await this.signIn();
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(new URL(path, this.service.url), {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie, ...init.headers },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name && value) this.cookies.set(name, value);
      else if (name) this.cookies.delete(name);
    }
    const location = response.headers.get('location');
    return { status: response.status, headers: response.headers, html: await response.text(), location };
  }

  private async signIn(): Promise<void> {
    if (!this.identity) return;
    const [name, value] = (await this.service.cookieFor(this.identity)).split('=') as [string, string];
    this.cookies.set(name, value);
    this.identity = undefined;
  }
}
