import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CurrentConfiguration } from '../config/config.module.js';
import type { Configuration } from '../config/configuration.js';
import { AccessGuard } from './access.guard.js';
import { DevelopmentUsers } from './development-users.js';
import { Sessions, SessionSettings } from './sessions.js';

@Global()
@Module({
  providers: [
    {
      provide: SessionSettings,
      inject: [CurrentConfiguration],
      useFactory: (configuration: CurrentConfiguration): SessionSettings => ({
        secret: configuration.value.sessionSecret ?? keptSecret(configuration.value),
        isSecure: configuration.value.isProduction,
      }),
    },
    Sessions,
    DevelopmentUsers,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Sessions, DevelopmentUsers],
})
export class AccessModule {}

// Kept in the data folder, so that a restart does not sign everybody out.
function keptSecret(configuration: Configuration): string {
  const file = path.join(configuration.dataFolder, 'session-secret');
  if (!existsSync(file)) {
    mkdirSync(configuration.dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
