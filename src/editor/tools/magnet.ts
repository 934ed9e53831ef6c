import {intoPicture} from '../../geometry/box-in-picture.js';
import {distance, type ImagePoint} from '../../geometry/point.js';
import type {MaskContext} from '../mask-context.js';
import {Answers} from './answers.js';
import type {EdgeQuestion, Leg, Outline} from './outline.js';
import {readablePicture} from './preview-tool.js';

type Path = readonly ImagePoint[];

/**
 * Makes the ways between the corners of an outline follow the edges of the picture. They are looked for beside the
 * page: a way is straight until it is found, and where the picture cannot be read.
 */
export class Magnet {
  readonly #context: MaskContext;
  readonly #paths: Answers<EdgeQuestion, Path>;
  /** The way from the last corner to the pointer, and the one of those that was found last. */
  #passing: EdgeQuestion | undefined;
  #passed: EdgeQuestion | undefined;
  /** The way back to the first corner of an outline. */
  #closing: {readonly outline: Outline; readonly edge: EdgeQuestion} | undefined;

  /** `arrived` is called when a way was found, or was not. */
  constructor(context: MaskContext, arrived: () => void) {
    this.#context = context;
    this.#paths = new Answers(
      (question, signal) => this.#find(question, signal),
      (question) => {
        if (question.from === this.#passing?.from) this.#passed = question;
        arrived();
      },
    );
  }

  get isOn(): boolean {
    return this.#context.board.state.toolOptions.isMagnetic && !('done' in readablePicture(this.#context));
  }

  /** What is known of a way. */
  readonly pathOf = (question: EdgeQuestion): Path | undefined => this.#paths.of(question);

  /** The way of a new leg; nothing where it is straight. */
  edgeTo(from: ImagePoint | undefined, to: ImagePoint): EdgeQuestion | undefined {
    if (!from || !this.isOn || distance(from, to) === 0) return undefined;
    return this.#passing && isBetween(this.#passing, from, to) ? this.#passing : {from, to};
  }

  /** The outline with the way back to its first corner, where that is not straight. */
  closed(outline: Outline): Outline {
    if (this.#closing?.outline !== outline) {
      const first = firstOf(outline);
      const edge = first && this.edgeTo(lastOf(outline), first);
      this.#closing = edge && {outline, edge};
    }
    return this.#closing ? {legs: [...outline.legs, {points: [], edge: this.#closing.edge}]} : outline;
  }

  /** True while ways of an outline are looked for. */
  isWaiting(outline: Outline): boolean {
    return edgesOf(outline).some((question) => !this.#paths.isSettled(question));
  }

  /** Looks for the ways of an outline, and for that to the pointer. */
  look(outline: Outline, tip?: ImagePoint): void {
    this.#passing = tip && this.edgeTo(lastOf(outline), tip);
    this.#paths.want(edgesOf(outline), this.#passing);
  }

  /** The leg to the pointer: along edges as far as a way is known already. */
  legTo({legs}: Outline, tip: ImagePoint): Leg {
    const last = lastOf({legs});
    const straight = {points: [tip]};
    if (!this.#passing || !last) return straight;
    if (this.#paths.of(this.#passing)) return {points: [tip], edge: this.#passing};
    // What was found for a place nearby is nearer to what will be found than a straight line.
    const isNear = this.#passed?.from === last && distance(this.#passed.to, tip) < distance(last, tip) / 2;
    return isNear && this.#passed ? {points: [tip], edge: this.#passed} : straight;
  }

  async #find({from, to}: EdgeQuestion, signal: AbortSignal): Promise<Path> {
    const picture = readablePicture(this.#context);
    const size = this.#context.board.state.frame?.stored;
    if ('done' in picture || !size) return [];
    const path = await picture.edgePath(from, to, signal);
    return path.map((point) => intoPicture(point, size));
  }
}

const isBetween = (question: EdgeQuestion, from: ImagePoint, to: ImagePoint): boolean =>
  distance(question.from, from) === 0 && distance(question.to, to) === 0;

const edgesOf = ({legs}: Outline): readonly EdgeQuestion[] => legs.flatMap(({edge}) => edge ?? []);
const firstOf = ({legs}: Outline): ImagePoint | undefined => legs[0]?.points[0];
const lastOf = ({legs}: Outline): ImagePoint | undefined => legs.at(-1)?.points.at(-1);
