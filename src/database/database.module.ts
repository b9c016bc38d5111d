import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from './transactions.js';

/** The open database; the connection itself stays hidden behind Transactions, so that nobody asks without identity. */
@Module({})
export class DatabaseModule {
  static of(dataSource: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Transactions, useValue: new Transactions(dataSource) }],
      exports: [Transactions],
    };
  }
}
