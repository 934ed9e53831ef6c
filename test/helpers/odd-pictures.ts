/** 16 × 16 pixels of one green, rgb(32 160 64), as rarer kinds of files have it. */

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const cmyk =
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUV' +
  'FQwPFxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU' +
  'FBQUFBQU/8AAFAgAEAAQBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/' +
  'xAAWAQEBAQAAAAAAAAAAAAAAAAAABwj/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AM9Lg3gqoAAAD//Z';

const deep =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQEAIAAADAAbR1AAAAI0lEQVQ4y2NUUFiwwMGBgWaAiXZGj1owasGoBaMWjFpAPQAAgEQC' +
  'IL2lsbUAAAAASUVORK5CYII=';

/** A JPEG in the four colours of print, without a profile. */
export const cmykJpeg = (): Blob => new Blob([bytesOf(cmyk)], {type: 'image/jpeg'});

/** A PNG with 16 bits for each of red, green and blue. */
export const deepPng = (): Blob => new Blob([bytesOf(deep)], {type: 'image/png'});
