import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/define/gt-image-viewer.js';
import type {GtImageViewer} from '../src/elements/gt-image-viewer/gt-image-viewer.js';
import type {StageInput, StageLayer, StageTool} from '../src/elements/gt-image-viewer/stage-layer.js';
import type {ResolveSource} from '../src/media/resolve.js';
import {cat, cutOut, drawPicture, landscape} from './pictures.js';

interface Arguments {
  src: string;
  alt: string;
  wheel: GtImageViewer['wheel'];
  smoothing: GtImageViewer['smoothing'];
  fitMode: GtImageViewer['fitMode'];
  move: boolean;
  withoutToolbar: boolean;
  withStatus: boolean;
  loupe: boolean;
  width: string;
  height: string;
  resolveSource?: ResolveSource;
  layer?: StageLayer;
  tool?: StageTool;
}

const meta: Meta<Arguments> = {
  title: 'Elements/Image viewer',
  component: 'gt-image-viewer',
  args: {
    src: 's3://pictures/evening.jpg',
    alt: 'Hills in the evening',
    wheel: 'auto',
    smoothing: 'auto',
    fitMode: 'contain',
    move: false,
    withoutToolbar: false,
    withStatus: false,
    loupe: false,
    width: '720px',
    height: '480px',
    resolveSource: () => drawPicture(1600, 1067),
  },
  argTypes: {
    wheel: {control: 'inline-radio', options: ['auto', 'zoom', 'scroll']},
    smoothing: {control: 'inline-radio', options: ['auto', 'on', 'off']},
    fitMode: {control: 'inline-radio', options: ['contain', 'fill']},
    resolveSource: {table: {disable: true}},
    layer: {table: {disable: true}},
    tool: {table: {disable: true}},
  },
  render: (args) => {
    const box = document.createElement('div');
    Object.assign(box.style, {maxWidth: '100%', padding: '16px', boxSizing: 'border-box'});
    const viewer = document.createElement('gt-image-viewer');
    const {width, height, ...properties} = args;
    Object.assign(box.style, {width, height});
    Object.assign(viewer, properties);
    box.append(viewer);
    return html`${box}`;
  },
};

export default meta;
type Story = StoryObj<Arguments>;

const viewerIn = (canvas: HTMLElement) => canvas.querySelector('gt-image-viewer')!;
const partIn = (canvas: HTMLElement, selector: string) =>
  viewerIn(canvas).shadowRoot!.querySelector<HTMLElement>(selector);
const isThere = (canvas: HTMLElement, selector: string) =>
  waitFor(() => expect(partIn(canvas, selector)).not.toBeNull(), {timeout: 5000});
const press = (canvas: HTMLElement, name: string) =>
  userEvent.click(partIn(canvas, `button[aria-label='${name}']`)!);

/** A picture larger than its place is fitted; zoom, fit and move are at hand. */
export const Ready: Story = {
  play: async ({canvasElement}) => {
    await isThere(canvasElement, '.picture');
    const viewer = viewerIn(canvasElement);
    const fitted = viewer.scale;
    await press(canvasElement, 'Zoom in');
    await expect(viewer.scale).toBeGreaterThan(fitted);
    await press(canvasElement, 'Fit image');
    await expect(viewer.scale).toBe(fitted);
  },
};

/** Far enlarged, single pixels and the lines between them show. */
export const Enlarged: Story = {
  args: {
    src: 'pixels',
    move: true,
    alt: 'A cat',
    resolveSource: () => drawPicture(160, 120, cat, 'image/png'),
  },
  play: async ({canvasElement}) => {
    await isThere(canvasElement, '.picture');
    for (let i = 0; i < 15; i++) viewerIn(canvasElement).zoomIn();
    await waitFor(() => expect(partIn(canvasElement, '.grid')!.hidden).toBe(false));
  },
};

export const Tall: Story = {
  args: {alt: 'A tall view', resolveSource: () => drawPicture(500, 2200)},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

export const Wide: Story = {
  args: {alt: 'A wide view', resolveSource: () => drawPicture(3200, 420)},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

/** A small picture stays at its own size. */
export const Tiny: Story = {
  args: {alt: 'A small cat', resolveSource: () => drawPicture(48, 36, cat)},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

/** `fit="fill"` enlarges a small picture. */
export const TinyEnlarged: Story = {...Tiny, args: {...Tiny.args, fitMode: 'fill'}};

/** Over 16 megapixels a smaller bitmap is shown; where it is enlarged, exactly the pixels of the file. */
export const Large: Story = {
  args: {alt: 'A large view', resolveSource: () => drawPicture(5200, 3500, landscape)},
  play: async ({canvasElement}) => {
    await waitFor(() => expect(partIn(canvasElement, 'canvas.picture')).not.toBeNull(), {timeout: 10_000});
    viewerIn(canvasElement).zoomTo({left: 3200, top: 1800, width: 60, height: 40});
    await waitFor(() => expect(partIn(canvasElement, '.detail')?.hidden).toBe(false), {timeout: 10_000});
  },
};

/** A map shows which part of the picture is on the stage; the status line tells the pixel and the zoom. */
export const CloseUp: Story = {
  args: {withStatus: true},
  play: async ({canvasElement}) => {
    await isThere(canvasElement, '.picture');
    viewerIn(canvasElement).actualSize();
    await isThere(canvasElement, '.minimap');
  },
};

/** The loupe follows the pointer: L turns it on and off. */
export const Loupe: Story = {
  args: {loupe: true},
  play: async ({canvasElement}) => {
    await isThere(canvasElement, '.picture');
    const stage = partIn(canvasElement, '.stage')!;
    const {left, top} = stage.getBoundingClientRect();
    const at = {clientX: left + 300, clientY: top + 260, pointerType: 'mouse', bubbles: true};
    stage.dispatchEvent(new PointerEvent('pointermove', at));
    await isThere(canvasElement, '.loupe:not([hidden])');
  },
};

/** A host hands in what it paints over the picture and what takes the pointers: here, a frame one can draw. */
export const WithToolAndLayer: Story = {
  args: {...frameTool(), withStatus: true, alt: 'Drag to draw a frame'},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

/** What shows through a transparent picture looks like nothing else. */
export const Transparent: Story = {
  args: {alt: 'A leaf', resolveSource: () => drawPicture(900, 600, cutOut, 'image/png')},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

/** Brightness, contrast, gamma, saturation and inversion change what is seen, not the data. */
export const Adjusted: Story = {
  play: async ({canvasElement}) => {
    await isThere(canvasElement, '.picture');
    await press(canvasElement, 'Adjust picture');
    await isThere(canvasElement, '.panel');
    await userEvent.click(partIn(canvasElement, '.panel input[type=checkbox]')!);
    await waitFor(() => expect(partIn(canvasElement, '.sheet')!.style.filter).toContain('invert'));
  },
};

export const Narrow: Story = {
  args: {width: '320px', height: '360px'},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

export const RightToLeft: Story = {
  globals: {direction: 'rtl'},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

export const Dark: Story = {
  globals: {theme: 'dark'},
  play: ({canvasElement}) => isThere(canvasElement, '.picture'),
};

export const Loading: Story = {
  args: {resolveSource: () => new Promise(() => {})},
  play: ({canvasElement}) => isThere(canvasElement, '.skeleton'),
};

export const Empty: Story = {args: {src: ''}};

const failing = (code: string, args: Partial<Arguments>): Story => ({
  args,
  play: async ({canvasElement}) => {
    await isThere(canvasElement, '[role=alert]');
    await expect(partIn(canvasElement, 'code')!.textContent).toContain(code);
  },
});

/** The page's resolver leaves the reference as it is: no browser opens it. */
export const InAmazonS3: Story = failing('media/no-resolver', {
  resolveSource: (ref) => ref,
  src: 's3://pictures/2024/spring/cat-on-a-sofa.jpg',
});

/** The chosen folder has no such file. */
export const NotFound: Story = failing('media/resolver-failed', {
  resolveSource: () => {
    throw new Error('no file in the chosen folder has that name');
  },
});

export const NotAPicture: Story = failing('media/not-an-image', {
  resolveSource: () => new Blob(['<!doctype html><title>Sign in</title>'], {type: 'image/png'}),
});

export const EmptyFile: Story = failing('media/empty', {resolveSource: () => new Blob([])});

export const Damaged: Story = failing('media/damaged', {
  resolveSource: async () => (await drawPicture(300, 200, landscape, 'image/png')).slice(0, 33),
});

/** A few bytes that claim to be 30,000 × 30,000 pixels. */
export const TooLarge: Story = failing('media/too-large', {
  resolveSource: async () => {
    const bytes = new DataView(await (await drawPicture(2, 2, landscape, 'image/png')).arrayBuffer());
    bytes.setUint32(16, 30_000);
    bytes.setUint32(20, 30_000);
    return new Blob([bytes]);
  },
});

export const UnsupportedAddress: Story = failing('media/unsupported-address', {
  resolveSource: () => 'ftp://worker:secret@pictures.example/cat.jpg',
});

/** The file ends early: shown, with a warning. */
export const CutShort: Story = {
  args: {
    resolveSource: async () => {
      const whole = await drawPicture(1600, 1067);
      return whole.slice(0, whole.size * 0.8, whole.type);
    },
  },
  play: ({canvasElement}) => isThere(canvasElement, '.warnings'),
};

/** The least that a stage needs: a layer with one frame, and a tool that draws it. */
function frameTool(): {layer: StageLayer; tool: StageTool} {
  const element = document.createElement('div');
  const frame = document.createElement('div');
  Object.assign(frame.style, {position: 'absolute', border: '2px solid #ff3b6b', background: '#ff3b6b26'});
  element.append(frame);
  let from: StageInput | undefined;
  const show = ({point}: StageInput): void => {
    if (!from) return;
    Object.assign(frame.style, {
      left: `${Math.min(point.x, from.point.x)}px`,
      top: `${Math.min(point.y, from.point.y)}px`,
      width: `${Math.abs(point.x - from.point.x)}px`,
      height: `${Math.abs(point.y - from.point.y)}px`,
    });
  };
  const nothing = (): void => {};
  return {
    layer: {element, look: nothing},
    tool: {
      hover: nothing,
      leave: nothing,
      press: nothing,
      click: nothing,
      dragStart: (input) => (from = input),
      drag: show,
      dragEnd: show,
      cancel: () => frame.style.removeProperty('width'),
      menu: nothing,
      isDrawing: false,
      takesSpace: false,
      cursor: 'crosshair',
    },
  };
}
