import { Module } from '@nestjs/common';
import {
  FacilitySelectionsResolver,
  RandomDrawResolver,
  SelectionResolver,
} from './graphql/selection.resolver.js';
import { TypeormSelectionRepository } from './persistence/typeorm-selection.repository.js';
import { RandomDraws } from './random-draws.service.js';
import { SelectionRepository } from './selection.repository.js';
import { Selections } from './selections.service.js';

@Module({
  providers: [
    RandomDraws,
    Selections,
    { provide: SelectionRepository, useClass: TypeormSelectionRepository },
    SelectionResolver,
    RandomDrawResolver,
    FacilitySelectionsResolver,
  ],
  exports: [RandomDraws, Selections],
})
export class SelectionModule {}
