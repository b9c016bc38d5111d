import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import type { Configuration } from './config/configuration.js';
import { hardenHttp } from './http/harden-http.js';

/** The whole service on an open, migrated database, hardened, not yet listening. */
export async function createApp(
  configuration: Configuration,
  dataSource: DataSource,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(configuration, dataSource), {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false, // bodies are received within limits of our own
  });
  hardenHttp(app, configuration);
  return app;
}
