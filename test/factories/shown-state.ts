import type { ImportBench } from './import-bench.js';

/** What is shown now, and what is known of every row over time: nothing in it tells in which order drops arrived. */
const SHOWN = {
  records: `select source_key, authority, responsible_unit, name, facts, sor_facts, hides_address, delivered_on::text,
    ended_on::text from source_records order by source_key`,
  recordVersions: `select source_key, known_on::text, facts from source_record_versions order by source_key, known_on`,
  visits: `select to_jsonb(visit) as visit from inspection_visits visit order by visit_key`,
  occasions: `select to_jsonb(occasion) as occasion from visit_occasions occasion order by visit_key`,
  findings: `select to_jsonb(finding) - 'row_id' as finding from findings finding order by visit_key, finding_key`,
  concerns: `select to_jsonb(concern) - 'row_id' as concern from concern_reports concern order by concern_key`,
  sorUnits: `select sor_code, facts from sor_units order by sor_code`,
  history: `select path, row_key, delivered_on::text, content_hash from (
      select path, row_key, delivered_on, delivery_file_id, sequence, content_hash,
        lag(content_hash) over of_row is not distinct from content_hash
          and lag(delivered_on) over of_row is not null as is_repeated
      from register_row_versions version join register_rows on id = row_id
      where not exists (select from withdrawn_row_versions gone
        where (gone.row_id, gone.delivered_on, gone.sequence) = (version.row_id, version.delivered_on, version.sequence))
      window of_row as (partition by row_id order by delivered_on, delivery_file_id, sequence)
    ) version
    where not is_repeated order by path, row_key, delivered_on, delivery_file_id, sequence`,
  accidents: `select to_jsonb(accident) - 'row_id' as accident from work_accidents accident order by (to_jsonb(accident) - 'row_id')::text`,
  links: `select link.source_key, rule, confidence, compared_with, decided_by,
      (select array_agg(other.source_key order by other.source_key) from facility_links other
        where other.facility_id = link.facility_id and other.valid_to is null) as together
    from facility_links link where valid_to is null order by source_key, together`,
  candidates: `select to_jsonb(pair) - 'model_version' - 'decided_at' as pair from match_candidates pair order by left_key, right_key`,
  places: `select (select array_agg(source_key order by source_key) from facility_links link
      where link.facility_id = profile.facility_id and valid_to is null) as records,
      to_jsonb(profile) - 'facility_id' as profile
    from facility_profiles profile order by records`,
};

export async function shownState(bench: ImportBench): Promise<Record<string, unknown[]>> {
  const shown: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries(SHOWN)) shown[name] = await bench.rows(sql);
  return shown;
}
