import {cat, landscape, pictureUrl} from './pictures.js';

/** Instructions with everything they can have, as child nodes of a task or of `gt-instructions`. */
export async function instructionNodes(): Promise<HTMLElement[]> {
  const [good, bad] = await Promise.all([pictureUrl(480, 320, cat), pictureUrl(480, 320, landscape)]);
  return [
    text('short-instructions', [
      'Name what takes the most space in the picture.',
      'If two things are equally large, take the nearer one.',
    ]),
    figure('good-example', good, 'A cat in the middle', 'The cat fills the picture: “Cat”.'),
    figure(
      'bad-example',
      bad,
      'Hills without animals',
      'Not “Bird”: the dots in the sky are too small to tell.',
    ),
    text('full-instructions', [
      'Look at the whole picture before you choose. Zoom in when something is small.',
      'Choose “Nothing to recognise” only when the picture is too dark, too blurred or cut off.',
      'You can change your choice until you submit.',
    ]),
  ];
}

function text(slot: string, paragraphs: readonly string[]): HTMLElement {
  const block = document.createElement('div');
  block.slot = slot;
  for (const words of paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.textContent = words;
    paragraph.style.marginBlock = '0 8px';
    block.append(paragraph);
  }
  return block;
}

function figure(slot: string, address: string, alt: string, caption: string): HTMLElement {
  const element = document.createElement('figure');
  element.slot = slot;
  const picture = document.createElement('img');
  Object.assign(picture, {src: address, alt});
  Object.assign(picture.style, {display: 'block', width: '100%', borderRadius: '4px', marginBlockEnd: '6px'});
  const words = document.createElement('figcaption');
  words.textContent = caption;
  element.append(picture, words);
  return element;
}
