import {inkOn, type StageColors} from './colors.js';
import {outlineOf, reach} from './outline.js';
import {colorOf, type SceneStyle} from './paint-scene.js';
import {deviceBox, type DeviceBox} from './projector.js';
import type {Scene} from './scene.js';
import type {BoxLook} from './stage-options.js';
import type {TagFace} from './tag-face.js';

/** What tags say. */
export interface TagSource {
  readonly faceOf: (ratio: number) => TagFace;
  readonly shortNameOf: (label: string) => string;
}

/** Boxes smaller than this on the screen, in CSS pixels, are never covered by the tag of another. */
const smallBox = 48;

/**
 * Puts a tag on each box: its label above the box, else inside its top; only the label's number where the name would
 * cover a small box or another tag; nothing where even that has no room.
 */
export function paintTags(
  context: CanvasRenderingContext2D,
  scene: Scene,
  {faceOf, shortNameOf}: TagSource,
  {ratio, colors}: SceneStyle,
  stage: DeviceBox,
): void {
  const face = faceOf(ratio);
  const boxes = scene.records.map((_record, i) => deviceBox(scene.places, i * 4));
  const taken = boxes.filter(
    ({left, top, right, bottom}) => Math.min(right - left, bottom - top) < smallBox * ratio,
  );
  const isFree = (place: DeviceBox, own: DeviceBox): boolean =>
    (place.top >= stage.top || own.bottom < stage.top) &&
    !taken.some((other) => other !== own && overlaps(place, other));
  for (const [i, box] of boxes.entries()) {
    const record = scene.records[i];
    const look = scene.looks[scene.lookOf[i] ?? 0];
    if (!record || !look) continue;
    const chosen = [record.label, shortNameOf(record.label)]
      .flatMap((text) => placesFor(box, face.sizeOf(text), ratio).map((place) => ({text, place})))
      .find(({place}) => isFree(place, box));
    if (!chosen) continue;
    taken.push(chosen.place);
    paintTag(context, face, chosen.text, chosen.place, look, colors);
  }
}

/** Where a tag may stand on its box, the best first. */
export function placesFor(
  {left, top, right, bottom}: DeviceBox,
  {width, height}: {readonly width: number; readonly height: number},
  ratio: number,
): readonly DeviceBox[] {
  const out = reach(outlineOf('idle', ratio));
  const at = (x: number, y: number): DeviceBox => ({left: x, top: y, right: x + width, bottom: y + height});
  const isRoomInside = right - left >= width + 4 * out && bottom - top >= 2 * height;
  return isRoomInside
    ? [at(left - out, top - out - height), at(left + out, top + out)]
    : [at(left - out, top - out - height)];
}

/** Paints a tag in the colour of its label. */
export function paintTag(
  context: CanvasRenderingContext2D,
  face: TagFace,
  text: string,
  {left, top, right, bottom}: DeviceBox,
  look: BoxLook,
  colors: StageColors,
): void {
  const color = colorOf(look, colors);
  context.fillStyle = color;
  context.fillRect(left, top, right - left, bottom - top);
  face.paint(context, text, left, top, colors.forced ? colors.dark : inkOn(color));
}

function overlaps(a: DeviceBox, b: DeviceBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
