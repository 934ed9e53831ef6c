import {base64Of, bytesOfBase64} from '../base/base64.js';
import {errorAt, fail, type Result} from '../base/result.js';
import type {Orientation} from '../geometry/orientation.js';
import {
  readMaskFile,
  writeMaskFile,
  type MaskMeaning,
  type MaskPlan,
  type ReadMask,
} from '../raster/mask-file.js';
import type {TilePixels} from '../raster/png/pixel-bands.js';

/** A mask file to read: the file itself, or its text. */
export interface MaskToRead {
  readonly file: Blob | string;
  readonly meanings: readonly MaskMeaning[];
  readonly orientation: Orientation;
}

export interface MaskToWrite {
  readonly tiles: readonly TilePixels[];
  readonly plan: MaskPlan;
}

/** A mask file that was written, and the same as text for JSON. */
export interface WrittenMask {
  readonly blob: Blob;
  readonly base64: string;
}

export type MaskFileRequest = {readonly read: MaskToRead} | {readonly write: MaskToWrite};
export type MaskFileReply =
  {readonly read: Result<ReadMask>} | {readonly written: WrittenMask} | {readonly failed: string};

/** Does in this thread what is asked. */
export async function answerHere(request: MaskFileRequest): Promise<MaskFileReply> {
  try {
    return 'read' in request ? {read: await read(request.read)} : {written: await write(request.write)};
  } catch (error) {
    return {failed: error instanceof Error ? error.message : String(error)};
  }
}

async function read({file, meanings, orientation}: MaskToRead): Promise<Result<ReadMask>> {
  const bytes = typeof file === 'string' ? bytesOfBase64(file) : new Uint8Array(await file.arrayBuffer());
  if (!bytes) {
    const found = 'The text of the mask is no base64. Expected a PNG file as base64.';
    return fail(errorAt('mask', 'mask/not-base64', found));
  }
  return readMaskFile(bytes, meanings, orientation);
}

async function write({tiles, plan}: MaskToWrite): Promise<WrittenMask> {
  const bytes = await writeMaskFile(tiles, plan);
  return {blob: new Blob([bytes], {type: 'image/png'}), base64: base64Of(bytes)};
}
