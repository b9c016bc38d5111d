import { Injectable } from '@nestjs/common';
import type { SealedEntry } from './audit-entry.js';
import { AuditRepository, type AuditSubject } from './audit.repository.js';

const PAGE = 1_000;

/** Who saw or changed one facility or one case, for those who have a right to know. */
@Injectable()
export class AuditExport {
  constructor(private readonly repository: AuditRepository) {}

  /** All entries about the subject, oldest first. */
  async *entriesAbout(subject: AuditSubject): AsyncGenerator<SealedEntry> {
    let after = 0;
    for (;;) {
      const page = await this.repository.entriesAbout(subject, after, PAGE);
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)!.sequence;
    }
  }
}
