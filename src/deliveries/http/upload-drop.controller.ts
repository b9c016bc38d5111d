import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Controller, Post, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { CurrentConfiguration } from '../../config/config.module.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { DeliveriesService } from '../deliveries.service.js';

interface StoredFile {
  readonly path: string;
  readonly filename: string;
  readonly originalname: string;
}

/** Takes in a packed drop: an upload, never a path on the server. */
@Controller('leverancer')
export class UploadDropController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly sessions: Sessions,
    private readonly configuration: CurrentConfiguration,
  ) {}

  /** Field `drop`: a .tgz. Answers with the import that was started: its page, or its id as JSON. */
  @Post()
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  @UseInterceptors(FileInterceptor('drop'))
  async upload(
    @UploadedFile() file: StoredFile | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!file)
      throw new ExpectedError('BAD_INPUT', 'drop is missing; choose the packed drop (.tgz) to send.');
    const identity = this.sessions.identityOf(request);
    const name = `${file.filename}.tgz`;
    const target = path.join(this.configuration.value.inboxFolder, name);
    try {
      if (!(await isGzip(file.path))) {
        throw new ExpectedError(
          'BAD_INPUT',
          `drop is "${nameOf(file)}", which is no .tgz file; pack the folder with: tar czf drop.tgz <folder>`,
        );
      }
      await rename(file.path, target);
      const id = await this.deliveries.startImport(name, identity?.person ?? 'unknown');
      if (request.accepts(['html', 'json']) === 'json') response.status(202).json({ id });
      else response.redirect(303, `/leverancer/${id}`);
    } catch (error) {
      await rm(file.path, { force: true });
      await rm(target, { force: true });
      throw error;
    }
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

// Multer reads the name as latin1, whatever the browser sent.
function nameOf(file: StoredFile): string {
  return Buffer.from(file.originalname, 'latin1').toString('utf8');
}
