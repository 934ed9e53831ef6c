import {html} from 'lit';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import CopyPlus from 'lucide/dist/esm/icons/copy-plus.mjs';
import Crop from 'lucide/dist/esm/icons/crop.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LockOpen from 'lucide/dist/esm/icons/lock-open.mjs';
import Scan from 'lucide/dist/esm/icons/scan.mjs';
import Tag from 'lucide/dist/esm/icons/tag.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import type {Label} from '../../model/label.js';
import type {RecordId} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import type {AskForBox} from '../gt-box-list/box-request.js';
import {chip} from '../shared/chip.js';
import type {BoxRow} from '../gt-box-list/list-items.js';
import type {Look} from '../shared/palette.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import type {MenuGroup, MenuItem} from '../stage/context-menu.js';
import {sizeView} from '../stage/listed.js';

/** More labels than this are for the picker, which has a search field. */
const longestSubmenu = 30;

export interface BoxMenuView {
  readonly words: Strings['boxTask'];
  readonly language: string;
  /** All boxes at the point, the topmost first. */
  readonly stacked: readonly BoxRow[];
  /** The boxes that acts are for. */
  readonly targets: readonly BoxRow[];
  /** All boxes, for hiding the others. */
  readonly all: readonly RecordId[];
  readonly labels: readonly Label[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly isReadonly: boolean;
  readonly keyOf: (command: string) => string | undefined;
  readonly ask: AskForBox;
}

/** What can be done to the boxes under the pointer. */
export function boxMenu(view: BoxMenuView): readonly MenuGroup[] {
  const {words, stacked, targets, all, isReadonly, keyOf, ask} = view;
  const chosen = stacked.length > 1 ? [{name: words.stacked, items: stackedItems(view)}] : [];
  if (targets.length === 0) return chosen;
  const ids = targets.map(({id}) => id);
  const among = new Set(ids);
  const others = all.filter((id) => !among.has(id));
  const isHidden = targets.every((row) => row.isHidden);
  const isLocked = targets.every((row) => row.isLocked);
  const changes: readonly MenuItem[] = [
    relabelItem(view, ids, isLocked),
    {
      name: words.duplicate,
      shapes: CopyPlus,
      key: keyOf('duplicate'),
      run: () => ask({type: 'duplicate', ids}),
    },
    {name: words.copy, shapes: Copy, key: keyOf('copy'), run: () => ask({type: 'copy', ids})},
    ...(targets.some(({isOutside}) => isOutside)
      ? [{name: words.fit, shapes: Crop, isDisabled: isLocked, run: () => ask({type: 'fit', ids})}]
      : []),
  ];
  const looks: readonly MenuItem[] = [
    {name: words.reveal, shapes: Scan, key: keyOf('fit'), run: () => ask({type: 'reveal', ids})},
    {
      name: isHidden ? words.show : words.hide,
      shapes: isHidden ? Eye : EyeOff,
      run: () => ask({type: 'hide', ids, isHidden: !isHidden}),
    },
    {
      name: words.showOnly,
      isDisabled: others.length === 0,
      run: () => ask({type: 'hide', ids: others, isHidden: true}),
    },
    ...(isReadonly
      ? []
      : [
          {
            name: isLocked ? words.unlock : words.lock,
            shapes: isLocked ? LockOpen : Lock,
            key: keyOf('lock'),
            run: () => ask({type: 'lock', ids, isLocked: !isLocked}),
          },
        ]),
  ];
  const remove: MenuItem = {
    name: words.delete,
    shapes: Trash,
    key: keyOf('delete'),
    isDisabled: isLocked,
    isDanger: true,
    run: () => ask({type: 'delete', ids}),
  };
  return [
    ...chosen,
    ...(isReadonly ? [{items: looks}] : [{items: changes}, {items: looks}, {items: [remove]}]),
  ];
}

function stackedItems({words, language, stacked, targets, looks, ask}: BoxMenuView): readonly MenuItem[] {
  return stacked.map((row): MenuItem => {
    const number = row.number.toLocaleString(language);
    const name = row.label === '' ? words.unlabelled : row.label;
    return {
      name: `${visibleString(name)} ${number}`,
      view: html`${chip(looks.get(row.label))}<span><bdi>${visibleText(name)}</bdi> ${number}</span>`,
      note: sizeView(row.box, language),
      isChecked: targets.some(({id}) => id === row.id),
      point: () => ask({type: 'hover', id: row.id}),
      run: () => ask({type: 'select', ids: [row.id]}),
    };
  });
}

function relabelItem(
  {words, labels, looks, targets, ask}: BoxMenuView,
  ids: readonly RecordId[],
  isLocked: boolean,
): MenuItem {
  const item = {name: words.relabel, shapes: Tag, isDisabled: isLocked};
  if (labels.length > longestSubmenu) return {...item, run: () => ask({type: 'pick-label', ids})};
  return {
    ...item,
    items: labels.map(({label}): MenuItem => ({
      name: visibleString(label),
      view: html`${chip(looks.get(label))}<bdi>${visibleText(label)}</bdi>`,
      isChecked: targets.every((row) => row.label === label),
      run: () => ask({type: 'relabel', ids, label}),
    })),
  };
}
