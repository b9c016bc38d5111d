/** What a browser was shown. */
interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly location: string | null;
}

/** A browser that knows two websites, the service and the issuer, and keeps the cookies of each apart. */
export class IssuerVisitor {
  readonly cookies = new Map<string, string>();
  private readonly elsewhere = new Map<string, string>();

  constructor(private readonly service: string) {}

  /** The cookies of the service, as they are sent. */
  get cookie(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  get session(): string | undefined {
    return this.cookies.get('samtilsyn_session');
  }

  /** Another browser with the same cookies. */
  copy(): IssuerVisitor {
    const copy = new IssuerVisitor(this.service);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    for (const [name, value] of this.elsewhere) copy.elsewhere.set(name, value);
    return copy;
  }

  open(address: string): Promise<Shown> {
    return this.send(address, {});
  }

  post(address: string, form: Record<string, string>): Promise<Shown> {
    return this.send(address, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** From the service to the issuer and back; answers how the service receives what the issuer says. */
  async signIn(next?: string): Promise<Shown> {
    const query = next === undefined ? '' : `?videre=${encodeURIComponent(next)}`;
    return this.arriveFrom(await this.open(`/log-ind${query}`));
  }

  async arriveFrom(begun: Shown): Promise<Shown> {
    return this.open(await this.answerAt(begun));
  }

  /** Where the issuer sends the browser back to, without going there. */
  async answerAt(begun: Shown): Promise<string> {
    let at = begun;
    while (at.location !== null && !at.location.startsWith(this.service)) at = await this.open(at.location);
    if (at.location === null) throw new Error(`The issuer stopped with ${at.status}: ${at.text}`);
    return at.location;
  }

  /** Confirms at the issuer that one signs out; answers where it leads. */
  async signOutAtIssuer(address: string): Promise<string | null> {
    const { text } = await this.open(address);
    const [, action = ''] = / action="([^"]*)"/.exec(text) ?? [];
    const fields = [...text.matchAll(/<input [^>]*name="([^"]*)" value="([^"]*)"/g)];
    const form = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
    const { location } = await this.post(action, { ...form, logout: 'yes' });
    return location;
  }

  private async send(address: string, init: RequestInit): Promise<Shown> {
    const url = new URL(address, address.startsWith('/who/') ? this.lastIssuer : this.service);
    const isHome = url.origin === this.service;
    if (!isHome) this.lastIssuer = url.origin;
    const cookies = isHome ? this.cookies : this.elsewhere;
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { accept: 'text/html', 'sec-fetch-site': isHome ? 'same-origin' : 'none', cookie };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name && value) cookies.set(name, value);
      else if (name) cookies.delete(name);
    }
    const location = response.headers.get('location');
    return { status: response.status, headers: response.headers, text: await response.text(), location };
  }

  private lastIssuer = '';
}
