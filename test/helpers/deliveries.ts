import {executeServerCommand} from '@web/test-runner-commands';

/** How a box fails, in place of how it failed before. */
export interface Failing {
  /** The next requests fail like this, one each. */
  readonly failures?: readonly ('drop' | 'cut' | 'lost-answer' | number)[];
  /** This share of all others fails, in a way that `seed` decides. */
  readonly share?: number;
  readonly seed?: number;
  /** Nothing gets through. */
  readonly isDown?: boolean;
}

let boxes = 0;

/** A place on a real server, of this test alone, that files are put to. */
export class DeliveryBox {
  readonly #box: string;
  readonly #origin: string;

  private constructor(origin: string, box: string) {
    this.#origin = origin;
    this.#box = box;
  }

  static async open(): Promise<DeliveryBox> {
    const origin = await executeServerCommand<string, {act: string}>('deliveries', {act: 'origin'});
    return new DeliveryBox(origin, `${Date.now()}-${boxes++}`);
  }

  get address(): string {
    return `${this.#origin}/${this.#box}/`;
  }

  fail(how: Failing): Promise<void> {
    return executeServerCommand('deliveries', {act: 'fail', box: this.#box, ...how} as never);
  }

  keep(path: string, text: string): Promise<void> {
    return executeServerCommand('deliveries', {act: 'keep', box: this.#box, path, text} as never);
  }

  /** What is there, as text, of files that are none as a digest; and the path of every PUT that was stored, in order. */
  look(): Promise<{readonly files: Readonly<Record<string, string>>; readonly puts: readonly string[]}> {
    return executeServerCommand('deliveries', {act: 'look', box: this.#box});
  }
}
