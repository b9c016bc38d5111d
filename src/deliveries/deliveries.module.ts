import path from 'node:path';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { CurrentConfiguration } from '../config/config.module.js';
import { FacilitiesModule } from '../facilities/facilities.module.js';
import { ARBEJDSTILSYNET_FILES } from '../registers/arbejdstilsynet/arbejdstilsynet.files.js';
import { PLANNING_FILES } from '../registers/planning/planning.files.js';
import { SOCIALTILSYNET_FILES } from '../registers/socialtilsynet/socialtilsynet.files.js';
import { STPS_FILES } from '../registers/stps/stps.files.js';
import { CorrectionsRepository } from './corrections.repository.js';
import { CorrectionsService } from './corrections.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import { ApplyCorrections } from './import/apply-corrections.service.js';
import { Importer } from './import/importer.service.js';
import { WaitingCorrections } from './import/waiting-corrections.service.js';
import { TypeormCorrectionsRepository } from './persistence/typeorm-corrections.repository.js';
import { TypeormDeliveriesRepository } from './persistence/typeorm-deliveries.repository.js';
import { DeliveriesResolver } from './graphql/deliveries.resolver.js';
import { HeldTextsResolver } from './graphql/held-texts.resolver.js';
import { MendsResolver } from './graphql/mends.resolver.js';
import { RollbacksResolver, RunDeliveriesResolver } from './graphql/rollbacks.resolver.js';
import { UploadDropController } from './http/upload-drop.controller.js';
import { RegisterFiles } from './register-files.js';

const FILES: RegisterFiles = {
  inOrder: [...SOCIALTILSYNET_FILES, ...ARBEJDSTILSYNET_FILES, ...STPS_FILES, ...PLANNING_FILES],
};

const LARGEST_UPLOAD = 1024 ** 3;

@Module({
  imports: [
    FacilitiesModule,
    MulterModule.registerAsync({
      inject: [CurrentConfiguration],
      useFactory: ({ value }: CurrentConfiguration) => ({
        dest: path.join(value.inboxFolder, 'arriving'),
        limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 5 },
      }),
    }),
  ],
  controllers: [UploadDropController],
  providers: [
    DeliveriesService,
    Importer,
    DeliveriesResolver,
    HeldTextsResolver,
    RunDeliveriesResolver,
    RollbacksResolver,
    MendsResolver,
    ApplyCorrections,
    WaitingCorrections,
    CorrectionsService,
    { provide: CorrectionsRepository, useClass: TypeormCorrectionsRepository },
    { provide: DeliveriesRepository, useClass: TypeormDeliveriesRepository },
    { provide: RegisterFiles, useValue: FILES },
  ],
  exports: [DeliveriesService, Importer, WaitingCorrections],
})
export class DeliveriesModule {}
