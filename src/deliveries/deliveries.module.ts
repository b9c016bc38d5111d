import { Module } from '@nestjs/common';
import { FacilitiesModule } from '../facilities/facilities.module.js';
import { ARBEJDSTILSYNET_FILES } from '../registers/arbejdstilsynet/arbejdstilsynet.files.js';
import { PLANNING_FILES } from '../registers/planning/planning.files.js';
import { SOCIALTILSYNET_FILES } from '../registers/socialtilsynet/socialtilsynet.files.js';
import { STPS_FILES } from '../registers/stps/stps.files.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import { Importer } from './import/importer.service.js';
import { TypeormDeliveriesRepository } from './persistence/typeorm-deliveries.repository.js';
import { DeliveriesResolver } from './graphql/deliveries.resolver.js';
import { RegisterFiles } from './register-files.js';

const FILES: RegisterFiles = {
  inOrder: [...SOCIALTILSYNET_FILES, ...ARBEJDSTILSYNET_FILES, ...STPS_FILES, ...PLANNING_FILES],
};

@Module({
  imports: [FacilitiesModule],
  providers: [
    DeliveriesService,
    Importer,
    DeliveriesResolver,
    { provide: DeliveriesRepository, useClass: TypeormDeliveriesRepository },
    { provide: RegisterFiles, useValue: FILES },
  ],
  exports: [DeliveriesService, Importer],
})
export class DeliveriesModule {}
