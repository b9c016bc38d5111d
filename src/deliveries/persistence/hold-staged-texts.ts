import type { EntityManager } from 'typeorm';
import type { ArrivingFile } from '../deliveries.repository.js';

/** Keeps the texts of `staged_rows` that are shown masked, each once however often it is delivered. */
export async function holdStagedTexts(
  manager: EntityManager,
  file: ArrivingFile,
  fileId: string,
): Promise<void> {
  await manager.query(HOLD, [fileId, file.source, file.secrecy, file.path]);
}

// Of a row in quarantine the line is kept, of any other row the texts that its facts hold.
const HOLD = `
  insert into held_texts
    (delivery_file_id, source, secrecy, path, line_number, row_key, source_key, field, held_text, shown_text)
  select $1, $2, $3, $4, line_number, shown_key, coalesce(facts #>> '{record,sourceKey}', facts #>> '{visit,sourceKey}',
    facts #>> '{accident,sourceKey}', facts #>> '{concern,sourceKey}'), text.field, text.text, text.shown
  from staged_rows cross join lateral jsonb_to_recordset(held) as text (field text, text text, shown text)
  where held is not null and (text.field = 'raw_text') = (reason is not null)
  on conflict do nothing`;
