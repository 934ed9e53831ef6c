import {mergeRegions, newInstance} from '../../editor/mask-acts/instances.js';
import {relabel} from '../../editor/mask-acts/label-regions.js';
import {deleteRegions} from '../../editor/mask-acts/remove-regions.js';
import {selectRegions} from '../../editor/mask-acts/select-regions.js';
import {toggleHidden, toggleLocked} from '../../editor/mask-acts/show-regions.js';
import type {RegionRecord} from '../../model/record.js';
import type {RegionRequest} from '../gt-region-list/region-row.js';
import type {MaskDesk} from './mask-desk.js';

/** Does what was asked for beside the stage. */
export function answerRegionRequest(desk: MaskDesk, request: RegionRequest): void {
  const {context, board} = desk;
  const regionsOf = (numbers: readonly number[]): readonly RegionRecord[] =>
    numbers.flatMap((number) => board.region(number) ?? []);
  switch (request.type) {
    case 'select':
      selectRegions(context, request.numbers);
      desk.reveal(request.numbers.slice(-1));
      return;
    case 'hover':
      board.set({hovered: request.number});
      return;
    case 'hide':
      return desk.tell(toggleHidden(context, regionsOf(request.numbers)));
    case 'lock':
      return desk.tell(toggleLocked(context, regionsOf(request.numbers)));
    case 'delete':
      return desk.tell(deleteRegions(context, regionsOf(request.numbers)));
    case 'merge':
      return desk.tell(mergeRegions(context, regionsOf(request.numbers)));
    case 'relabel':
      return desk.tell(relabel(context, request.label, regionsOf(request.numbers)));
    case 'reveal':
      return desk.zoomTo(request.numbers);
    case 'new':
      desk.tell(newInstance(context));
  }
}
