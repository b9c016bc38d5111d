import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Configuration } from './config/configuration.js';
import { FeaturesModule } from './features.module.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HttpModule } from './http/http.module.js';
import { WebModule } from './web/web.module.js';

/** The whole service: the features, the API and the pages. */
@Module({})
export class AppModule {
  static of(configuration: Configuration, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [FeaturesModule.of(configuration, dataSource), GraphqlModule, HttpModule, WebModule],
    };
  }
}
