import type {Orientation} from '../geometry/orientation.js';

const orientationTag = 0x0112;
const shortType = 3;

/** The orientation in a TIFF block, which is what EXIF data are; 1 if there is none or it cannot be read. */
export function tiffOrientation(block: DataView): Orientation {
  if (block.byteLength < 14) return 1;
  const order = block.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = block.getUint32(4, little);
  if (block.getUint16(2, little) !== 42 || directory + 2 > block.byteLength) return 1;
  const count = block.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12;
    if (at + 12 > block.byteLength) return 1;
    if (block.getUint16(at, little) !== orientationTag) continue;
    const value = block.getUint16(at + 8, little);
    const isUsual = block.getUint16(at + 2, little) === shortType && value >= 1 && value <= 8;
    return isUsual ? (value as Orientation) : 1;
  }
  return 1;
}
