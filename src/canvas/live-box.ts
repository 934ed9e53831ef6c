import {Control, Point, Rect} from 'fabric/es';
import {paintHandle, type LiveBox, type LivePainter} from './paint-live.js';
import {paintOutline} from './paint-scene.js';

/**
 * The box that is being edited as an object of fabric: a rectangle with handles. It is painted straight into the
 * overlay, in device pixels; fabric has no canvas of its own here and hears no events.
 */
class LiveRect extends Rect {
  live: LiveBox | undefined;

  /** Fabric would leave out a box of no size, such as one outside of the picture. */
  override isNotVisible(): boolean {
    return false;
  }

  /** Our outline in the place of fabric's single stroke. The context is already at the middle of the box. */
  override _renderStroke(context: CanvasRenderingContext2D): void {
    if (!this.live) return;
    const {box, style} = this.live;
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    context.save();
    context.translate(-width / 2, -height / 2);
    paintOutline(context, Int32Array.of(0, 0, width, height), 0, style);
    context.restore();
  }

  /** Takes the place and look of a box, and its handles. */
  show(live: LiveBox): void {
    const {left, top, right, bottom} = live.box;
    this.live = live;
    this.set({left, top, width: right - left, height: bottom - top});
    this.controls = Object.fromEntries(
      live.handles.map(({handle, x, y}) => [
        handle,
        new Control({
          positionHandler: () => new Point(x, y),
          render: (context) => paintHandle(context, x, y, live.handleSize, live.style),
        }),
      ]),
    );
    this.oCoords = this.calcOCoords();
  }
}

/** Paints live boxes by fabric. */
export function createLivePainter(): LivePainter {
  const rect = new LiveRect({
    originX: 'left',
    originY: 'top',
    strokeWidth: 0,
    fill: '',
    stroke: 'black',
    objectCaching: false,
    hasBorders: false,
  });

  return (context, live) => {
    rect.show(live);
    rect.render(context);
    rect.drawControls(context);
  };
}
