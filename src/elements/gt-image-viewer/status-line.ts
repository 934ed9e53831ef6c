import {html, nothing, type TemplateResult} from 'lit';
import {toUpright} from '../../geometry/orientation.js';
import type {ScreenPoint} from '../../geometry/point.js';
import type {Sight} from '../../geometry/sight.js';
import {screenToImage} from '../../geometry/view.js';
import {visibleString} from '../shared/visible-text.js';

/** Which pixel grid positions are told in: that of the file, or that of the picture as shown. */
export type Coordinates = 'stored' | 'displayed';

/** The pixel under a place of the stage, as `812, 440`; nothing beside the picture. */
export function pixelAt(
  point: ScreenPoint | undefined,
  sight: Sight | undefined,
  coordinates: Coordinates,
): string {
  if (!point || !sight) return '';
  const {stored, orientation} = sight.frame;
  const place = screenToImage(sight.view, sight.frame, point);
  if (place.x < 0 || place.y < 0 || place.x >= stored.width || place.y >= stored.height) return '';
  const {x, y} = coordinates === 'stored' ? place : toUpright(place, stored, orientation);
  return `${Math.floor(x)}, ${Math.floor(y)}`;
}

/**
 * Where the pointer is, what the host says of the shape at hand, and the zoom, in a quiet corner.
 * `isRaised`: above a toolbar that leaves no room beside it.
 */
export function statusLine(pixel: string, said: string, percent: string, isRaised: boolean): TemplateResult {
  return html`
    <div class="status ${isRaised ? 'raised' : ''}" part="status">
      <span class="pixel" dir="ltr" ?hidden=${pixel === ''}>${pixel}</span>
      ${said === '' ? nothing : html`<span dir="auto">${visibleString(said)}</span>`}
      <span>${percent}</span>
    </div>
  `;
}
