import {Editor} from '../editor/editor.js';
import {MaskBoard, type MaskBoardOptions} from '../editor/mask-board.js';
import type {Sight} from '../geometry/sight.js';
import type {View} from '../geometry/view.js';
import {documentOf} from '../model/document.js';
import type {LabelMap} from '../raster/label-map.js';
import {recordsFor} from '../../test/helpers/masks.js';
import type {MaskOptions} from './mask-options.js';
import {MaskStage} from './mask-stage.js';
import {hostOf, settled, usualSight} from './stage-host.harness.js';

export const maskColors = ['#000000', '#ff0000', '#00ff00', '#0000ff', '#ffff00'] as const;

export interface MaskHarness {
  readonly editor: Editor;
  readonly board: MaskBoard;
  readonly stage: MaskStage;
  readonly host: HTMLElement;
  readonly sight: Sight;
  look(view?: Partial<View>): void;
  settled(): Promise<void>;
  close(): void;
}

/** A stage on the page with this mask, painted. */
export async function maskStageWith(
  map: LabelMap,
  {
    sight = usualSight,
    hasInstances = false,
    ...options
  }: Partial<MaskOptions & MaskBoardOptions> & {readonly sight?: Sight} = {},
): Promise<MaskHarness> {
  const editor = new Editor();
  const board = new MaskBoard(editor, {hasInstances});
  editor.open(documentOf(recordsFor(map)));
  board.set({frame: sight.frame, label: 'label 1'});
  const stage = new MaskStage(board, {
    lookOf: (number) => ({color: maskColors[number] ?? '#ff00ff', pattern: 'solid', hatch: number}),
    activeLook: () => ({color: maskColors[1], pattern: 'solid'}),
    opacity: 1,
    ...options,
  });
  const host = hostOf(stage.element, sight);
  const look = (view?: Partial<View>): void => stage.look({...sight, view: {...sight.view, ...view}});
  const close = (): void => {
    stage.destroy();
    host.remove();
  };
  look();
  await settled(stage);
  return {editor, board, stage, host, sight, look, settled: () => settled(stage), close};
}
