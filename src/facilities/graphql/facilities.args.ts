import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import type { FacilityType } from '../../domain/facility/source-record.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import { AuthorityEnum, enumOf, FacilityTypeEnum, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { PageArgs } from '../../graphql/pagination.js';
import { RiskBandEnum, type RiskBandName } from '../../graphql/risk-band.enum.js';
import { FACILITY_SORTS, type FacilitySort } from '../facility-list.js';

const FacilitySortEnum = enumOf(FACILITY_SORTS);
registerEnumType(FacilitySortEnum, { name: 'FacilitySort' });

const SortDirectionEnum = enumOf(['ASCENDING', 'DESCENDING']);
registerEnumType(SortDirectionEnum, { name: 'SortDirection' });

@InputType({ description: 'Which places to list; every condition that is given must hold.' })
export class FacilityFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words of a name or address, or a CVR number, P-number, SOR code or register key.',
  })
  search?: string;

  @Field(() => String, { nullable: true, description: 'Four digits, e.g. 0101.' })
  municipalityCode?: string;

  @Field(() => String, { nullable: true, description: 'Four digits, e.g. 1081.' })
  regionCode?: string;

  @Field(() => ResponsibleUnitEnum, { nullable: true })
  responsibleUnit?: ResponsibleUnit;

  @Field(() => FacilityTypeEnum, { nullable: true })
  facilityType?: FacilityType;

  @Field(() => AuthorityEnum, { nullable: true, description: "Places that this authority's register knows." })
  authority?: Authority;

  @Field(() => RiskBandEnum, { nullable: true })
  band?: RiskBandName;

  @Field(() => Boolean, { nullable: true, description: 'Also places that no register delivers any more.' })
  includeEnded?: boolean;
}

@InputType({ description: 'The order of a list; ties are broken by id.' })
export class FacilityOrderInput {
  @Field(() => FacilitySortEnum)
  by: FacilitySort;

  @Field(() => SortDirectionEnum, { defaultValue: 'ASCENDING' })
  direction: 'ASCENDING' | 'DESCENDING';
}

@ArgsType()
export class FacilitiesArgs extends PageArgs {
  @Field(() => FacilityFilterInput, { nullable: true })
  filter?: FacilityFilterInput;

  @Field(() => FacilityOrderInput, {
    nullable: true,
    description: 'By risk, highest first, if nothing is said; by name for those who may not see the risk.',
  })
  order?: FacilityOrderInput;
}
