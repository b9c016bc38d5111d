/** Places from one id to another, both of them in it. */
export interface PlaceRange {
  readonly from: string;
  readonly to: string;
}

export const ALL_PLACES: PlaceRange = {
  from: '00000000-0000-0000-0000-000000000000',
  to: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};
