import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AnyErrorFilter } from './any-error.filter.js';
import { HealthController } from './health.controller.js';

/** What belongs to no feature: health, and the last word on errors. Imported before the pages, whose filters go first. */
@Module({
  controllers: [HealthController],
  providers: [{ provide: APP_FILTER, useClass: AnyErrorFilter }],
})
export class HttpModule {}
