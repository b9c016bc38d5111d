import { Module, type DynamicModule } from '@nestjs/common';
import { type Configuration } from './configuration.js';

/** The configuration, for everything that Nest puts together. */
export abstract class CurrentConfiguration {
  abstract readonly value: Configuration;
}

@Module({})
export class ConfigModule {
  static of(configuration: Configuration): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CurrentConfiguration, useValue: { value: configuration } }],
      exports: [CurrentConfiguration],
    };
  }
}
