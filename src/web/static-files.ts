import { existsSync } from 'node:fs';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';

const CACHE = { setHeaders: (response: Response) => response.set('cache-control', 'public, max-age=3600') };

/** Serves style sheets, fonts, icons and the one script: the design system under /dkfds/, our own under /assets/. */
@Injectable()
export class StaticFiles implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<ExpressAdapter>) {}

  onModuleInit(): void {
    // The package exports its script only, but its style sheet finds fonts and images beside itself.
    const designSystem = path.join(path.dirname(require.resolve('dkfds')), '..');
    const server = this.host.httpAdapter;
    server.useStaticAssets(designSystem, { ...CACHE, prefix: '/dkfds/', index: false });
    server.useStaticAssets(ownAssets(), { ...CACHE, prefix: '/assets/', index: false });
  }
}

// The compiler copies no style sheets, so they are read from the project's sources, also by the built service.
function ownAssets(): string {
  for (let folder = __dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const assets = path.join(folder, 'src', 'web', 'assets');
    if (existsSync(assets)) return assets;
  }
  throw new Error('The folder src/web/assets is missing; the pages need its style sheet.');
}
