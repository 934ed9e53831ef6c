import {html} from 'lit';
import Combine from 'lucide/dist/esm/icons/combine.mjs';
import Eraser from 'lucide/dist/esm/icons/eraser.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LockOpen from 'lucide/dist/esm/icons/lock-open.mjs';
import Pipette from 'lucide/dist/esm/icons/pipette.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Repeat2 from 'lucide/dist/esm/icons/repeat-2.mjs';
import Scan from 'lucide/dist/esm/icons/scan.mjs';
import Scissors from 'lucide/dist/esm/icons/scissors.mjs';
import Split from 'lucide/dist/esm/icons/split.mjs';
import Tag from 'lucide/dist/esm/icons/tag.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import type {Outcome} from '../../editor/act.js';
import {fixUp} from '../../editor/mask-acts/fix-up.js';
import {mergeRegions, newInstance, splitRegion} from '../../editor/mask-acts/instances.js';
import {relabel, swapLabels} from '../../editor/mask-acts/label-regions.js';
import {clearAll, deleteRegions} from '../../editor/mask-acts/remove-regions.js';
import {selectRegions} from '../../editor/mask-acts/select-regions.js';
import {showOnly, toggleHidden, toggleLocked} from '../../editor/mask-acts/show-regions.js';
import {nameRegions} from '../../editor/mask-words.js';
import type {FixUp} from '../../editor/mask-work.js';
import type {RegionRecord} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import {chip} from '../shared/chip.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import type {MenuGroup, MenuItem} from '../stage/context-menu.js';
import type {MaskDesk} from './mask-desk.js';

/** How large holes and islands may be that are corrected, in pixels. The last is as good as any. */
const straySizes = [10, 50, 100, 400, 1000, 5000, Infinity] as const;

/** More labels than this are for the picker, which has a search field. */
const longestSubmenu = 30;

export interface MaskMenuView {
  readonly desk: MaskDesk;
  readonly words: Strings['maskTask'];
  readonly isReadonly: boolean;
  readonly keyOf: (command: string) => string | undefined;
  readonly language: string;
  /** Opens the menu once more, with what was set in it. */
  readonly again: () => void;
}

/** What can be done to areas: those under the pointer, or those selected. */
export function areaMenu(view: MaskMenuView, regions: readonly RegionRecord[]): readonly MenuGroup[] {
  const {desk, words, isReadonly, keyOf} = view;
  const {board, context} = desk;
  const [first] = regions;
  if (!first) return isReadonly ? [] : [{items: [newItem(view), clearItem(view)].flat()}];
  const isHidden = regions.every(({number}) => board.isHidden(number));
  const isLocked = regions.every(({number}) => board.isLocked(number));
  const tell = (outcome: Outcome): void => desk.tell(outcome);
  const looks: readonly MenuItem[] = [
    {
      name: words.reveal,
      shapes: Scan,
      key: keyOf('fit'),
      run: () => desk.zoomTo(regions.map(({number}) => number)),
    },
    {
      name: isHidden ? words.show : words.hide,
      shapes: isHidden ? Eye : EyeOff,
      run: () => tell(toggleHidden(context, regions)),
    },
    {name: words.showOnly, run: () => tell(showOnly(context, regions))},
  ];
  if (isReadonly) return [{items: looks}];
  const changes: readonly MenuItem[] = [
    {
      name: words.pick,
      shapes: Pipette,
      run: () => {
        selectRegions(context, [first.number]);
        desk.arm('brush');
      },
    },
    relabelItem(view, regions, isLocked),
    ...(board.hasInstances
      ? [
          {
            name: words.merge,
            shapes: Combine,
            key: keyOf('merge'),
            isDisabled: regions.length < 2 || isLocked,
            run: () => tell(mergeRegions(context, regions)),
          },
          {
            name: words.split,
            shapes: Split,
            isDisabled: regions.length !== 1 || isLocked,
            run: () => tell(splitRegion(context, first)),
          },
          {
            name: words.cut,
            shapes: Scissors,
            key: keyOf('cut'),
            isDisabled: regions.length !== 1 || isLocked,
            run: () => void desk.cut(),
          },
        ]
      : []),
  ];
  return [
    {items: changes},
    {name: words.fixUps, items: fixUpItems(view, regions, isLocked)},
    {
      items: [
        ...looks,
        {
          name: isLocked ? words.unlock : words.lock,
          shapes: isLocked ? LockOpen : Lock,
          run: () => tell(toggleLocked(context, regions)),
        },
      ],
    },
    {
      items: [
        {
          name: words.delete,
          shapes: Trash,
          key: keyOf('delete'),
          isDisabled: isLocked,
          isDanger: true,
          run: () => tell(deleteRegions(context, regions)),
        },
      ],
    },
  ];
}

/** Corrections of what is selected or painted now, and of the whole mask. */
export function correctionsMenu(view: MaskMenuView, regions: readonly RegionRecord[]): readonly MenuGroup[] {
  const {desk, words} = view;
  const {context, board} = desk;
  const [first] = regions;
  const others = desk.labels.filter(({label}) => label !== first?.label);
  const swaps: readonly MenuItem[] =
    first && others.length > 0 && others.length <= longestSubmenu
      ? [
          {
            name: words.swap(visibleString(first.label)),
            shapes: Repeat2,
            items: others.map(({label}) =>
              labelItem(view, label, () => desk.tell(swapLabels(context, first.label, label))),
            ),
          },
        ]
      : [];
  const isLocked = regions.every(({number}) => board.isLocked(number));
  const what = regions.length > 0 ? visibleString(nameRegions(context, regions)) : words.fixUps;
  const walk: MenuItem = {
    name: words.nextSmallest,
    key: view.keyOf('next-smallest'),
    run: () => void desk.nextArea('smallest'),
  };
  return [
    {items: [walk]},
    {name: what, items: regions.length > 0 ? fixUpItems(view, regions, isLocked) : []},
    {items: swaps},
    {
      items: [
        ...(regions.length > 0
          ? [
              {
                name: words.clear(what),
                shapes: Eraser,
                isDisabled: isLocked,
                run: () => desk.tell(deleteRegions(context, regions)),
              },
            ]
          : []),
        ...clearItem(view),
      ],
    },
  ].filter(({items}) => items.length > 0);
}

function fixUpItems(
  {desk, words, language, again}: MaskMenuView,
  regions: readonly RegionRecord[],
  isDisabled: boolean,
): readonly MenuItem[] {
  const sizeText = (size: number): string =>
    Number.isFinite(size) ? words.sizeOf(size, language) : words.strayAll;
  const item = (name: string, how: FixUp): MenuItem => ({
    name,
    isDisabled,
    run: () => void fixUp(desk.context, how, regions).then(desk.tell),
  });
  return [
    item(words.fillHoles, {kind: 'fill-holes', most: desk.mostStray}),
    item(words.removeIslands, {kind: 'remove-islands', most: desk.mostStray}),
    {
      name: words.stray(sizeText(desk.mostStray)),
      isDisabled,
      items: straySizes.map((size) => ({
        name: sizeText(size),
        isChecked: size === desk.mostStray,
        run: () => {
          desk.mostStray = size;
          again();
        },
      })),
    },
    item(words.grow, {kind: 'grow'}),
    item(words.shrink, {kind: 'shrink'}),
  ];
}

function labelItem({desk}: MaskMenuView, label: string, run: () => void, isChecked?: boolean): MenuItem {
  return {
    name: visibleString(label),
    view: html`${chip(desk.looks.ofLabel(label))}<bdi>${visibleText(label)}</bdi>`,
    ...(isChecked !== undefined && {isChecked}),
    run,
  };
}

function relabelItem(view: MaskMenuView, regions: readonly RegionRecord[], isDisabled: boolean): MenuItem {
  const {desk, words} = view;
  const item = {name: words.relabel, shapes: Tag, isDisabled};
  if (desk.labels.length > longestSubmenu) return {...item, isDisabled: true};
  return {
    ...item,
    items: desk.labels.map(({label}) =>
      labelItem(
        view,
        label,
        () => desk.tell(relabel(desk.context, label, regions)),
        regions.every((region) => region.label === label),
      ),
    ),
  };
}

function newItem({desk, words, keyOf}: MaskMenuView): readonly MenuItem[] {
  if (!desk.board.hasInstances) return [];
  return [
    {
      name: words.newInstance,
      shapes: Plus,
      key: keyOf('press'),
      run: () => desk.tell(newInstance(desk.context)),
    },
  ];
}

function clearItem({desk, words}: MaskMenuView): readonly MenuItem[] {
  return [
    {
      name: words.clearAll,
      shapes: Trash,
      isDanger: true,
      isDisabled: desk.board.regions.length === 0,
      run: () => {
        const outcome = clearAll(desk.context);
        desk.tell(outcome);
        if (outcome.done) desk.offerUndo(outcome.message);
      },
    },
  ];
}
