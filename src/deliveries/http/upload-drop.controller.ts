import { Controller, Post, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { DeliveriesService } from '../deliveries.service.js';

interface StoredFile {
  readonly path: string;
  readonly originalname: string;
}

/** Takes in a packed drop: an upload, never a path on the server. */
@Controller('leverancer')
export class UploadDropController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly sessions: Sessions,
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
    const wantsPage = request.accepts(['html', 'json']) === 'html';
    try {
      if (!file)
        throw new ExpectedError('BAD_INPUT', 'drop is missing; choose the packed drop (.tgz) to send.');
      const identity = this.sessions.identityOf(request);
      const id = await this.deliveries.importUpload(
        file.path,
        nameOf(file),
        identity?.person ?? 'unknown',
        identity?.authority,
      );
      if (wantsPage) response.redirect(303, `/leverancer/${id}`);
      else response.status(202).json({ id });
    } catch (error) {
      // Somebody at a page is led back to the form, which says the rest.
      if (!wantsPage || !(error instanceof ExpectedError)) throw error;
      response.redirect(303, `/leverancer?fejl=${error.code === 'CONFLICT' ? 'busy' : 'file'}`);
    }
  }
}

// Multer reads the name as latin1, whatever the browser sent.
function nameOf(file: StoredFile): string {
  return Buffer.from(file.originalname, 'latin1').toString('utf8');
}
