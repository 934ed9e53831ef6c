import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-portal.js';
import {isRichText, plainTextOf, type RichText, type Written} from '../rich-text/rich-text.js';
import {richTextElements} from '../rich-text/rich-text-elements.js';
import type {GtRichText} from './gt-rich-text.js';

async function field(value: Written): Promise<GtRichText> {
  return fixture<GtRichText>(html`<gt-rich-text label="Full" .value=${value}></gt-rich-text>`);
}

const part = <T extends HTMLElement>(element: GtRichText, selector: string): T => {
  const found = element.renderRoot.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

async function opened(value: Written): Promise<GtRichText> {
  const element = await field(value);
  if (typeof value === 'string') await click(part(element, '.format'));
  await waitUntil(() => element.renderRoot.querySelector('.ProseMirror'));
  await element.updateComplete;
  return element;
}

const shown = ({value}: GtRichText): string => {
  if (typeof value === 'string') return value;
  const box = document.createElement('div');
  box.append(...richTextElements(value));
  return box.innerHTML;
};

const tool = (element: GtRichText, name: string) => click(part(element, `.tools [aria-label="${name}"]`));

const pasted = (element: GtRichText, types: Readonly<Record<string, string>>) => {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
  const event = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
  part(element, '.ProseMirror').dispatchEvent(event);
};

describe('gt-rich-text', () => {
  it('is a plain field until somebody wants to format, and hands out plain text', async () => {
    const element = await field('one');
    const told: Written[] = [];
    element.addEventListener('gt-written', (event) => told.push((event as CustomEvent<Written>).detail));
    part(element, 'textarea').focus();
    await keys('End');
    await sendKeys({type: ' two'});
    expect(told.at(-1)).to.equal('one two');
    expect(element.renderRoot.querySelector('.editor')).to.equal(null);
  });

  it('formats by buttons and keys', async () => {
    const element = await opened('Look');
    part(element, '.ProseMirror').focus();
    await keys('Control+a');
    await tool(element, 'Bold');
    expect(shown(element)).to.equal('<p><strong>Look</strong></p>');
    await keys('Control+b', 'Control+i');
    expect(shown(element)).to.equal('<p><em>Look</em></p>');
    const blocks = part<HTMLSelectElement>(element, '.blocks');
    blocks.value = '2';
    blocks.dispatchEvent(new Event('change'));
    expect(shown(element)).to.equal('<h5><em>Look</em></h5>');
    await keys('End', 'Enter');
    await sendKeys({type: 'one'});
    await tool(element, 'Bullet list');
    expect(shown(element)).to.contain('<ul><li><p>one</p></li></ul>');
    await keys('Control+z');
    expect(shown(element)).not.to.contain('<ul>');
    expect(isRichText(element.value)).to.equal(true);
  });

  it('makes links that lead somewhere, and colours', async () => {
    const element = await opened('here');
    part(element, '.ProseMirror').focus();
    await keys('Control+a');
    await tool(element, 'Link');
    await element.updateComplete;
    await sendKeys({type: 'javascript:alert(1)'});
    await keys('Enter');
    await element.updateComplete;
    expect(part(element, '.problem').textContent).to.contain('no address');
    part<HTMLInputElement>(element, '.part input').select();
    await sendKeys({type: 'example.com/a'});
    await keys('Enter');
    expect(shown(element)).to.contain('href="https://example.com/a"');
    await tool(element, 'Colour');
    await element.updateComplete;
    await click(part(element, '.swatch[aria-label=Red]'));
    expect(shown(element)).to.contain('color: light-dark(');
    expect(plainTextOf(element.value)).to.equal('here');
  });

  it('takes a picture file into the text', async () => {
    const element = await opened('');
    const files = new DataTransfer();
    const bytes = Uint8Array.from(
      atob(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
      ),
      (one) => one.charCodeAt(0),
    );
    files.items.add(new File([bytes], 'leaf.png', {type: 'image/png'}));
    const input = part<HTMLInputElement>(element, 'input[type=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => shown(element).includes('<img'));
    expect(shown(element)).to.contain('alt="leaf"').and.to.contain('src="data:image/png;base64,');
  });

  it('takes of pasted markup what it knows, and nothing that runs', async () => {
    const element = await opened('');
    part(element, '.ProseMirror').focus();
    pasted(element, {
      'text/html':
        '<h1 onclick="pwn()">Title</h1><p style="position:fixed">a <b>b</b> <a href="javascript:pwn()">c</a><img src=x onerror="pwn()"></p><script>pwn()</script>',
    });
    expect(shown(element)).to.contain('Title').and.to.contain('a <strong>b</strong> c');
    expect(shown(element)).to.not.match(/onclick|style|script|img/);
    expect(part(element, '.ProseMirror').innerHTML).to.not.match(/onclick|javascript|onerror/);
    await keys('Control+End');
    pasted(element, {'text/plain': '<i>plain</i>'});
    expect(plainTextOf(element.value)).to.contain('<i>plain</i>');
  });

  it('shows formatted text again, and other text when it is given one', async () => {
    const value: RichText = {
      type: 'doc',
      content: [{type: 'paragraph', content: [{type: 'text', text: 'before'}]}],
    };
    const element = await opened(value);
    expect(part(element, '.ProseMirror').textContent).to.equal('before');
    element.value = {
      type: 'doc',
      content: [{type: 'heading', attrs: {level: 1}, content: [{type: 'text', text: 'after'}]}],
    };
    await waitUntil(() => element.renderRoot.querySelector('.ProseMirror h4')?.textContent === 'after');
    element.remove();
    document.body.append(element);
    await waitUntil(() => element.renderRoot.querySelector('.ProseMirror')?.textContent === 'after');
    element.remove();
  });

  it('has no automatic findings', async () => {
    const element = await opened('Look');
    await tool(element, 'Colour');
    await expect(element).to.be.accessible();
  });
});
