import {fail, ok, type Problem, type Result} from '../base/result.js';
import {swapsSides, uprightSize, type Orientation} from '../geometry/orientation.js';
import type {Size} from '../geometry/point.js';
import {dataUrlBlob} from './data-url.js';
import type {Deadline} from './deadline.js';
import {decodeAddress, decodeBlob, type DecodedPicture} from './decode-picture.js';
import {fetchPicture} from './fetch-picture.js';
import {firstByteMs, inTime, type TimeOptions} from './in-time.js';
import {isComplete, readImageHeader, type ImageHeader} from './image-header.js';
import {animatedWarning, mediaProblem, truncatedWarning, unreadableWarning} from './problems.js';
import {resolveImage, type ResolveOptions} from './resolve.js';

/** A picture that is decoded, with what annotation needs to know of it. */
export interface LoadedImage {
  /** Decoded and ready to be put on the page; stretched to `width` × `height` (upright) by whoever shows it. */
  readonly element: HTMLImageElement | HTMLCanvasElement;
  /** Where the picture came from, or the reference if it came as bytes. Not for showing: it may carry a signature. */
  readonly url: string;
  /** The stored pixel grid of the file, before its orientation. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** The bytes exactly as they came. Missing when only the browser may read them. */
  readonly blob?: Blob;
  /** False when the server keeps the page from reading pixels and orientation. */
  readonly readable: boolean;
  readonly warnings: readonly Problem[];
  /** Gives memory and object URLs back. The element must be off the page by then. */
  release(): void;
}

export interface LoadOptions extends ResolveOptions, TimeOptions {}

/** Ground Truth's limit, and what browsers decode without giving up. */
const mostPixels = 100_000_000;
const longestSide = 16_384;

const formatNumber = (value: number): string => value.toLocaleString('en');

function tooLarge({width, height}: Size, address: string): Problem | undefined {
  if (width * height <= mostPixels && width <= longestSide && height <= longestSide) return undefined;
  return mediaProblem(
    'media/too-large',
    address,
    `it is ${formatNumber(width)} × ${formatNumber(height)} pixels`,
  );
}

/** What the beginning of a file looks like, when it is no picture we know. */
function describeForeign(data: Uint8Array, type: string): {isText: boolean; found: string} {
  const start = new TextDecoder().decode(data.subarray(0, 512)).trimStart().toLowerCase();
  if (/^<(!doctype html|html|head|body)/.test(start)) return {isText: true, found: 'it is a web page (HTML)'};
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/s.test(start))
    return {isText: true, found: 'it is an SVG drawing, which has no pixels of its own'};
  if (start.startsWith('<')) return {isText: true, found: 'it is an XML or HTML text'};
  if (/^[{[]/.test(start)) return {isText: true, found: 'it is a JSON text'};
  const said = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? `, and the server calls it ${type}` : '';
  return {isText: false, found: `its bytes are of no known picture format${said}`};
}

interface Bytes {
  readonly blob: Blob;
  readonly address: string;
  /** Fewer bytes came than the server promised. */
  readonly isShort: boolean;
}

/** The size as shown, and the orientation that leads there: what the browser did decides, not what the tag says. */
function placed(header: ImageHeader | undefined, shown: Size): {stored: Size; orientation: Orientation} {
  if (!header) return {stored: shown, orientation: 1};
  const {width, height, orientation} = header;
  const isTurned = shown.width === height && shown.height === width;
  const isIgnored = swapsSides(orientation) && width !== height && !isTurned;
  return {stored: {width, height}, orientation: isIgnored ? 1 : orientation};
}

async function fromBytes({blob, address, isShort}: Bytes, deadline: Deadline): Promise<Result<LoadedImage>> {
  if (blob.size === 0) return fail(mediaProblem('media/empty', address));
  const data = new Uint8Array(await deadline.race(blob.arrayBuffer()));
  const header = readImageHeader(data);
  const foreign = header ? undefined : describeForeign(data, blob.type);
  if (foreign?.isText) return fail(mediaProblem('media/not-an-image', address, foreign.found));
  const refused = header && tooLarge(header, address);
  if (refused) return fail(refused);

  const upright = header && uprightSize(header, header.orientation);
  const decoding = decodeBlob(blob, upright, header?.isAnimated ?? false, deadline.signal);
  let picture: DecodedPicture;
  try {
    picture = await raceToRelease(decoding, deadline);
  } catch (error) {
    if (deadline.cause) throw error;
    return fail(
      header
        ? mediaProblem('media/damaged', address, header.type)
        : mediaProblem('media/not-an-image', address, foreign?.found),
    );
  }
  const {stored, orientation} = placed(header, picture.size);
  const warnings = [
    ...(isShort || (header && !isComplete(header, data)) ? [truncatedWarning(address)] : []),
    ...(header?.isAnimated ? [animatedWarning(address)] : []),
  ];
  return ok({
    element: picture.element,
    url: address,
    ...stored,
    orientation,
    blob,
    readable: true,
    warnings,
    release: picture.release,
  });
}

/** Waits for a picture, but no longer than the deadline; one that comes too late is released. */
async function raceToRelease(decoding: Promise<DecodedPicture>, deadline: Deadline): Promise<DecodedPicture> {
  try {
    return await deadline.race(decoding);
  } catch (error) {
    if (deadline.cause)
      void decoding.then(
        (late) => late.release(),
        () => undefined,
      );
    throw error;
  }
}

/** Also tried where no server seems to answer: a page's content policy may forbid reading but allow showing. */
async function forDisplayOnly(
  address: string,
  answers: boolean,
  deadline: Deadline,
): Promise<Result<LoadedImage>> {
  let picture: DecodedPicture;
  try {
    picture = await raceToRelease(decodeAddress(address), deadline);
  } catch (error) {
    if (deadline.cause) throw error;
    return fail(mediaProblem(answers ? 'media/blocked' : 'media/unreachable', address));
  }
  return ok({
    element: picture.element,
    url: address,
    ...picture.size,
    orientation: 1,
    readable: false,
    warnings: [unreadableWarning(address)],
    release: picture.release,
  });
}

async function load(ref: string, options: LoadOptions, deadline: Deadline): Promise<Result<LoadedImage>> {
  const source = await deadline.race(resolveImage(ref, options));
  if (!source.ok) return source;
  if (source.value instanceof Blob) {
    return fromBytes({blob: source.value, address: ref, isShort: false}, deadline);
  }
  const address = source.value;
  if (/^data:/i.test(address)) {
    const blob = dataUrlBlob(address);
    if (!blob) return fail(mediaProblem('media/damaged', address, 'a data URL'));
    return fromBytes({blob, address, isShort: false}, deadline);
  }
  const fetched = await fetchPicture(address, deadline, options.firstByteMs ?? firstByteMs);
  if (!fetched.ok) return fetched;
  const {value} = fetched;
  return value.blob
    ? fromBytes({...value, address}, deadline)
    : forDisplayOnly(address, value.answers, deadline);
}

/**
 * Loads and decodes the picture behind a reference, or says why there is none. Never throws, never hangs.
 *
 * Bytes are fetched first, because only they tell why a picture fails, how it is turned and how large it is before it
 * is decoded. Where the server allows no reading, the picture is shown all the same, with `readable: false`.
 */
export function loadImage(ref: string, options: LoadOptions = {}): Promise<Result<LoadedImage>> {
  return inTime(ref, options, (deadline) => load(ref, options, deadline));
}
