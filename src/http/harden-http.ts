import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { DEVELOPMENT_ISSUER_PATH } from '../access/development/development-client.js';
import { DevelopmentIssuer } from '../access/development/development-issuer.js';
import { refuseCrossSite } from '../access/same-origin.js';
import { Sessions } from '../access/sessions.js';
import type { Configuration } from '../config/configuration.js';
import { onlyQuestions } from './api-endpoint.js';
import { limitRates } from './limit-rates.js';
import { receiveBodies } from './receive-bodies.js';
import { refuseBrokenAddress } from './refuse-broken-address.js';
import { securityHeaders } from './security-headers.js';
import { API_PATH } from './send-error.js';
import { limitConnections } from './limit-connections.js';

/** What every answer of the service carries, and what no request may do. In the order of what they cost. */
export function hardenHttp(app: NestExpressApplication, { http, isProduction }: Configuration): void {
  const sessions = app.get(Sessions);
  const developmentIssuer = app.get(DevelopmentIssuer);
  const headers = securityHeaders(isProduction);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', http.trustedProxies.length > 0 ? [...http.trustedProxies] : false);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.set(headers);
    next();
  });
  app.use(refuseBrokenAddress);
  app.use(limitRates(http, (request) => sessions.identify(request)));
  app.use(refuseCrossSite);
  app.use(DEVELOPMENT_ISSUER_PATH, (request: Request, response: Response, next: NextFunction) =>
    developmentIssuer.answer(request, response, next),
  );
  receiveBodies(app);
  app.use(API_PATH, onlyQuestions);
  limitConnections(app.getHttpServer());
}
