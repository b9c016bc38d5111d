import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MUNICIPALITIES_2026, REGIONS_2026 } from './seeds/municipalities-2026.js';
import { sqlText } from './seeds/sql-text.js';

/** Dated reference data: who is responsible, where places lie, and the assumptions that facts are read by. */
export class CreateReferenceData1795363993453 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table responsible_units (
        code text primary key,
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        name text not null,
        valid_from date not null,
        valid_to date,
        source text not null,
        is_confirmed boolean not null
      );
      insert into responsible_units (code, authority, name, valid_from, source, is_confirmed) values
        ('SOCIALTILSYN_NORD', 'SOCIALTILSYNET', 'Socialtilsyn Nord', '2014-01-01', 'Lov om socialtilsyn (LBK 236 af 25-02-2025); number and municipalities set by bekendtgoerelse after L 200', false),
        ('SOCIALTILSYN_MIDT', 'SOCIALTILSYNET', 'Socialtilsyn Midt', '2014-01-01', 'as Socialtilsyn Nord', false),
        ('SOCIALTILSYN_SYD', 'SOCIALTILSYNET', 'Socialtilsyn Syd', '2014-01-01', 'as Socialtilsyn Nord', false),
        ('SOCIALTILSYN_OEST', 'SOCIALTILSYNET', 'Socialtilsyn Øst', '2014-01-01', 'as Socialtilsyn Nord', false),
        ('SOCIALTILSYN_HOVEDSTADEN', 'SOCIALTILSYNET', 'Socialtilsyn Hovedstaden', '2014-01-01', 'as Socialtilsyn Nord', false),
        ('ARBEJDSTILSYNET', 'ARBEJDSTILSYNET', 'Arbejdstilsynet', '2014-01-01', 'Arbejdsmiljoeloven', false),
        ('STPS', 'STPS', 'Styrelsen for Patientsikkerhed', '2015-10-08', 'Sundhedsloven par. 213', false);

      create table regions (
        -- Four digits, or letters while the official code is not known.
        code text primary key check (code ~ '^([0-9]{4}|[A-Z]+)$'),
        name text not null,
        valid_from date not null,
        valid_to date,
        source text not null,
        is_confirmed boolean not null
      );
      create table municipalities (
        code text primary key check (code ~ '^0[0-9]{3}$'),
        name text not null
      );
      create table municipality_regions (
        municipality_code text not null references municipalities (code),
        region_code text not null references regions (code),
        valid_from date not null,
        valid_to date,
        primary key (municipality_code, valid_from)
      );
      insert into regions (code, name, valid_from, valid_to, source, is_confirmed) values
        ${REGIONS_2026.map(([code, name, validTo, source, confirmed]) => `(${sqlText(code)}, ${sqlText(name)}, '2007-01-01', ${sqlText(validTo)}, ${sqlText(source)}, ${String(confirmed)})`).join(',\n')};
      insert into municipalities (code, name) values
        ${MUNICIPALITIES_2026.map(([code, name]) => `(${sqlText(code)}, ${sqlText(name)})`).join(',\n')};
      insert into municipality_regions (municipality_code, region_code, valid_from, valid_to)
        select pair.code, pair.region, regions.valid_from, regions.valid_to
        from (values ${MUNICIPALITIES_2026.map(([code, , region]) => `(${sqlText(code)}, ${sqlText(region)})`).join(',\n')}) as pair (code, region)
        join regions on regions.code = pair.region;

      -- Hovedstaden and Sjaelland become one region; its code is not known yet.
      insert into regions values
        ('OESTDANMARK', 'Region Østdanmark', '2027-01-01', null, 'Lov om Region Østdanmark; the code is provisional', false);
      insert into municipality_regions
        select municipality_code, 'OESTDANMARK', '2027-01-01', null from municipality_regions where region_code in ('1084', '1085');

      -- When others could know of a visit whose register gives no day of publication.
      create table availability_assumptions (
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        days_after_visit integer not null check (days_after_visit >= 0),
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        primary key (authority, valid_from)
      );
      insert into availability_assumptions values
        ('SOCIALTILSYNET', 30, '1900-01-01', 'assumption: report sent within a month of the visit', false),
        ('ARBEJDSTILSYNET', 30, '1900-01-01', 'assumption: decision published within a month of the visit', false),
        ('STPS', 30, '1900-01-01', 'assumption, used only where no day of publication is given', false);

      grant select on responsible_units, regions, municipalities, municipality_regions, availability_assumptions
        to samtilsyn_application;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table availability_assumptions;
      drop table municipality_regions;
      drop table municipalities;
      drop table regions;
      drop table responsible_units;
    `);
  }
}
