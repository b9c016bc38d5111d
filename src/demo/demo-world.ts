import { AddressBook } from './country/address-book.js';
import { InventedIdentifiers } from './country/invented-identifiers.js';
import { OperatorRegister } from './country/operators.js';
import { DemoCalendar } from './demo-calendar.js';
import type { DemoCountryOptions } from './demo-options.js';
import { InspectorPool } from './inspectors/inspector-pool.js';
import { Noise } from './noise.js';
import { RunningNumbers } from './running-numbers.js';

/** All that lasts over the whole country; everything else lives no longer than its neighbourhood. */
export class DemoWorld {
  readonly noise: Noise;
  readonly calendar: DemoCalendar;
  readonly identifiers: InventedIdentifiers;
  readonly operators: OperatorRegister;
  readonly inspectors: InspectorPool;
  readonly addresses = new AddressBook();
  readonly numbers = new RunningNumbers();

  /** `options` as checked by checkedOptions. */
  constructor(readonly options: Required<DemoCountryOptions>) {
    this.noise = new Noise(options.noise);
    this.calendar = new DemoCalendar(options.from, options.deliveredOn);
    this.identifiers = new InventedIdentifiers(options.seed);
    this.operators = new OperatorRegister(options.seed, this.identifiers, options.places);
    this.inspectors = new InspectorPool(options.seed, options.places);
  }
}
