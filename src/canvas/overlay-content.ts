import {reaches} from '../editor/reach.js';
import type {Box} from '../geometry/box.js';
import type {BoxRecord} from '../model/record.js';
import {outlineOf, reach} from './outline.js';
import type {OverlaySource} from './paint-overlay.js';
import {crossReach, dotReach} from './paint-marks.js';
import {expanded, intersection, union, type Area, type DeviceBox, type Projector} from './projector.js';

/** The box under the pointer, when it is not painted as selected anyway. */
export function hoveredIn({drawing, busy}: OverlaySource): BoxRecord | undefined {
  const {hovered} = drawing.state;
  if (hovered === undefined || busy.some(({id}) => id === hovered)) return undefined;
  const record = drawing.editor.state.document.records.get(hovered);
  return record?.kind === 'box' && !drawing.isHidden(record) ? record : undefined;
}

/** The visible boxes that are selected or being changed, where they are meanwhile. */
export function shownIn({drawing, busy}: OverlaySource): readonly BoxRecord[] {
  const {preview} = drawing.state;
  const moving = preview?.kind === 'change' ? preview.records : undefined;
  return busy
    .map((record) => moving?.get(record.id) ?? record)
    .filter((record) => moving?.has(record.id) || !drawing.isHidden(record));
}

/** True for the only selected box, if it may be changed. */
export function hasHandles({drawing, options, busy}: OverlaySource, record: BoxRecord): boolean {
  return (
    busy.length === 1 && drawing.state.selection.size === 1 && options.hasHandles && !drawing.isLocked(record)
  );
}

/** The box that everything around is darker than. */
export function shadedAround({drawing}: OverlaySource): Box | undefined {
  const {preview} = drawing.state;
  if (preview?.kind === 'new') return preview.box;
  if (preview?.kind !== 'change' || !preview.isResize) return undefined;
  const [first] = preview.records.values();
  return first?.box;
}

/** The part of the stage that holds everything the overlay shows; nothing when it shows nothing there. */
export function boundsOfOverlay(
  projector: Projector,
  stage: DeviceBox,
  source: OverlaySource,
): DeviceBox | undefined {
  if (shadedAround(source)) return stage;
  const {preview, cursor} = source.drawing.state;
  const {ratio} = projector;
  let bounds: DeviceBox | undefined;
  const hovered = hoveredIn(source);
  for (const record of hovered ? [hovered, ...shownIn(source)] : shownIn(source)) {
    bounds = union(bounds, boundsOfBox(projector, record, source));
  }
  const around = (x: number, y: number, by: number): void => {
    const at = projector.point(x, y);
    const [left, top] = [Math.floor(at.x), Math.floor(at.y)];
    bounds = union(bounds, expanded({left, top, right: left + 1, bottom: top + 1}, Math.ceil(by * ratio)));
  };
  if (preview?.kind === 'points') for (const {x, y} of preview.points) around(x, y, dotReach);
  if (preview?.kind === 'marquee') bounds = union(bounds, expanded(projector.box(edgesOf(preview.box)), 1));
  if (cursor) around(cursor.x, cursor.y, crossReach);
  return bounds && intersection(bounds, stage);
}

/** A box with its outline, and the room its handles and its name may take. */
function boundsOfBox(projector: Projector, record: BoxRecord, {options, face}: OverlaySource): DeviceBox {
  const {ratio} = projector;
  // Handles of a small box stand one handle away from it.
  const out = reach(outlineOf('bold', ratio)) + Math.ceil(2 * reaches[options.pointer].handle * ratio);
  const {left, top, right, bottom} = expanded(projector.box(edgesOf(record.box)), out);
  const tag = face.sizeOf(record.label);
  return {
    left: left - out,
    top: top - out - tag.height,
    right: Math.max(right, left + tag.width + out),
    bottom,
  };
}

/** The borders of a box. */
export function edgesOf({left, top, width, height}: Box): Area {
  return {left, top, right: left + width, bottom: top + height};
}
