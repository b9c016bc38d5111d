import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CurrentConfiguration } from '../config/config.module.js';
import type { Configuration } from '../config/configuration.js';
import { AccessGuard } from './access.guard.js';
import { DevelopmentClient } from './development/development-client.js';
import { DevelopmentIssuer } from './development/development-issuer.js';
import { DevelopmentUsers } from './development/development-users.js';
import { AccessGrants } from './grants/access-grants.js';
import { GrantAdministration } from './grants/grant-administration.js';
import { AccessTokens } from './issuer/access-tokens.js';
import { Issuer } from './issuer/issuer.js';
import { OwnAddress } from './issuer/own-address.js';
import { BrowserSessions } from './session/browser-sessions.js';
import { SessionLengths, SessionStore } from './session/session-store.js';
import { CookieSettings, SignInCookies } from './session/sign-in-cookies.js';
import { Sessions } from './sessions.js';
import { SealingSecret, SignInAttempts } from './sign-in/sign-in-attempts.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignOut } from './sign-in/sign-out.js';

@Global()
@Module({
  providers: [
    {
      provide: SealingSecret,
      inject: [CurrentConfiguration],
      useFactory: ({ value }: CurrentConfiguration): SealingSecret => ({
        value: value.sessionSecret ?? keptSecret(value),
      }),
    },
    {
      provide: SessionLengths,
      inject: [CurrentConfiguration],
      useFactory: ({ value }: CurrentConfiguration): SessionLengths => value.signIn,
    },
    {
      provide: CookieSettings,
      inject: [CurrentConfiguration],
      useFactory: ({ value }: CurrentConfiguration): CookieSettings => ({
        isSecure: value.isProduction || value.signIn.publicUrl?.startsWith('https:') === true,
      }),
    },
    OwnAddress,
    DevelopmentClient,
    DevelopmentUsers,
    DevelopmentIssuer,
    Issuer,
    AccessGrants,
    GrantAdministration,
    AccessTokens,
    SessionStore,
    SignInCookies,
    BrowserSessions,
    Sessions,
    SignInAttempts,
    SignIn,
    SignOut,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    GrantAdministration,
    Sessions,
    SessionStore,
    AccessGrants,
    SignIn,
    SignOut,
    Issuer,
    OwnAddress,
    DevelopmentIssuer,
    DevelopmentUsers,
  ],
})
export class AccessModule {}

// Kept in the data folder, so that a restart does not spoil a sign-in that has been begun.
function keptSecret(configuration: Configuration): string {
  const file = path.join(configuration.dataFolder, 'session-secret');
  if (!existsSync(file)) {
    mkdirSync(configuration.dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
