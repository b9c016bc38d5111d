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
    identity?: Identity,
  ) {
    if (identity) this.cookies.set('samtilsyn_session', service.ticketFor(identity));
  }

  open(path: string, headers: Record<string, string> = {}): Promise<Shown> {
    return this.send(path, { headers });
  }

  post(path: string, form: Record<string, string>): Promise<Shown> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(form), headers: {} });
  }

  private async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Shown> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(this.service.url + path, {
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
}
