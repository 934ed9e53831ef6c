import {expect} from '@open-wc/testing';
import {createTaskElement} from '../task-element.js';
import type {JobDefinition} from '../job.js';
import {isPortalJob} from '../portal-job.js';
import {richTextFromHtml, writtenFrom} from './read-html.js';
import {isBlank, isRichText, plainTextOf, richTextOf, type RichText} from './rich-text.js';
import {richTextElements} from './rich-text-elements.js';
import {safeLink, typedLink} from './safe-link.js';

const doc = (...content: readonly unknown[]) => ({type: 'doc', content});
const paragraph = (...content: readonly unknown[]) => ({type: 'paragraph', content});
const text = (words: string, ...marks: readonly unknown[]) =>
  marks.length > 0 ? {type: 'text', text: words, marks} : {type: 'text', text: words};

/** Everything that a text may have in it. */
const full = doc(
  {type: 'heading', attrs: {level: 2}, content: [text('Leaves')]},
  paragraph(
    text('Spots are '),
    text('rust', {type: 'strong'}, {type: 'color', attrs: {color: 'red'}}),
    {type: 'hard_break'},
    text('see here', {type: 'em'}, {type: 'link', attrs: {href: 'https://example.com/a?b=c'}}),
  ),
  {
    type: 'bullet_list',
    content: [
      {
        type: 'list_item',
        content: [
          paragraph(text('one')),
          {type: 'ordered_list', content: [{type: 'list_item', content: [paragraph(text('two'))]}]},
        ],
      },
    ],
  },
  {type: 'image', attrs: {src: 'data:image/png;base64,iVBORw0KGgo=', alt: 'a leaf'}},
);

const shown = (given: unknown) => {
  const box = document.createElement('div');
  box.append(...richTextElements(given as RichText));
  return box;
};

const link = (href: unknown) => doc(paragraph(text('x', {type: 'link', attrs: {href}})));
const image = (src: unknown, alt: unknown = 'words') => doc({type: 'image', attrs: {src, alt}});

const forged: Readonly<Record<string, unknown>> = {
  'markup in the place of a document': {type: 'html', content: '<b>x</b>'},
  'an unknown block': doc({type: 'script', content: [text('alert(1)')]}),
  'an unknown mark': doc(paragraph(text('x', {type: 'style', attrs: {css: 'x'}}))),
  'a mark with the name of a method': doc(paragraph(text('x', {type: 'toString'}))),
  'a colour that is a style': doc(
    paragraph(text('x', {type: 'color', attrs: {color: 'red;background:url(//evil)'}})),
  ),
  'a colour with the name of a method': doc(
    paragraph(text('x', {type: 'color', attrs: {color: 'constructor'}})),
  ),
  'a heading of another level': doc({type: 'heading', attrs: {level: 'script'}, content: []}),
  'a script for a link': link('javascript:alert(1)'),
  'a script for a link, disguised': link('\u0001java\nscript:alert(1)'),
  'data for a link': link('data:text/html,<script>alert(1)</script>'),
  'a link that is an object': link({toString: () => 'javascript:alert(1)'}),
  'a page for a picture': image('data:text/html,<script>alert(1)</script>'),
  'a drawing with scripts for a picture': image('data:image/svg+xml,<svg onload=alert(1)>'),
  'a script for a picture': image('javascript:alert(1)'),
  'text that is no text': doc(paragraph({type: 'text', text: {}})),
  'lists without end': doc(
    Array.from({length: 50}).reduce<unknown>(
      (inner) => ({type: 'bullet_list', content: [{type: 'list_item', content: [inner]}]}),
      paragraph(text('deep')),
    ),
  ),
};

describe('formatted text', () => {
  it('is shown as elements, links apart from the page', () => {
    expect(isRichText(full)).to.equal(true);
    const box = shown(full);
    expect(box.querySelector('h5')!.textContent).to.equal('Leaves');
    expect(box.querySelector('strong')!.textContent).to.equal('rust');
    const anchor = box.querySelector('a')!;
    expect([anchor.href, anchor.target, anchor.rel]).to.deep.equal([
      'https://example.com/a?b=c',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(box.querySelector('ul > li > ol > li')!.textContent).to.equal('two');
    expect(box.querySelector('img')!.alt).to.equal('a leaf');
    expect(plainTextOf(full as RichText)).to.equal('Leaves\nSpots are rust\nsee here\none\ntwo\na leaf');
  });

  for (const [what, given] of Object.entries(forged)) {
    it(`is refused, and harmless if it is shown all the same: ${what}`, () => {
      expect(isRichText(given)).to.equal(false);
      const definition = {
        title: 'x',
        taskType: 'classification',
        header: '',
        labels: [{label: 'a'}],
        jobName: 'x',
        labelAttributeName: 'x',
        instructions: {short: 'fine', full: given},
      };
      expect(isPortalJob({definition, source: 'x', total: 1})).to.equal(false);
      const element = createTaskElement(definition as unknown as JobDefinition, undefined);
      expect([...element.querySelectorAll('[slot=full-instructions]')]).to.deep.equal([]);
    });
  }

  it('never shows an address that became unsafe on its way', () => {
    const box = shown(doc(...link('javascript:alert(1)').content, ...image('javascript:alert(1)').content));
    expect(box.querySelector('a, img')).to.equal(null);
    expect(box.textContent).to.equal('xwords');
  });

  it('made of typed text keeps its lines and paragraphs', () => {
    const made = richTextOf('one\ntwo\n\n<b>three</b>');
    expect(isRichText(made)).to.equal(true);
    const box = shown(made);
    expect([...box.children].map(({innerHTML}) => innerHTML)).to.deep.equal([
      'one<br>two',
      '&lt;b&gt;three&lt;/b&gt;',
    ]);
    expect([isBlank(richTextOf(' \n ')), isBlank('\n'), isBlank(made)]).to.deep.equal([true, true, false]);
  });

  it('in a job takes the place of plain text, and plain text is shown as before', () => {
    const definition = {
      title: 'x',
      taskType: 'classification',
      header: '',
      labels: [{label: 'a'}],
      jobName: 'x',
      labelAttributeName: 'x',
      instructions: {short: 'plain <i>text</i>', full: full as RichText},
      timeLimit: 90,
      workersPerObject: 3,
    } as const satisfies JobDefinition;
    expect(isPortalJob({definition, source: 'x', total: 1})).to.equal(true);
    const sent = (deliverTo: unknown) =>
      isPortalJob({definition: {...definition, deliverTo}, source: 'x', total: 1});
    expect(sent('https://example.org/in/')).to.equal(true);
    for (const place of [1, '', 'javascript:alert(1)/', 'https://{path}/'])
      expect(sent(place), String(place)).to.equal(false);
    const element = createTaskElement(definition, undefined);
    expect(element.querySelector('[slot=short-instructions]')!.textContent).to.equal('plain <i>text</i>');
    expect(element.querySelector('[slot=full-instructions] h5')!.textContent).to.equal('Leaves');
    const withLimit = (timeLimit: unknown) =>
      isPortalJob({definition: {...definition, timeLimit}, source: 'x', total: 1});
    expect([withLimit(0), withLimit('90'), withLimit(1e9), withLimit(null)]).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('markup', () => {
  const read = (html: string) => richTextFromHtml(html)?.content;

  it('is read into what is known of it', () => {
    expect(
      read(
        '<h2>Look</h2><p>The <b>red</b> <a href="https://a.example">leaf</a><br>and <i><b>more</b></i></p><ul><li>one<li><p>two</p></ul>',
      ),
    ).to.deep.equal([
      {type: 'heading', attrs: {level: 2}, content: [text('Look')]},
      paragraph(
        text('The '),
        text('red', {type: 'strong'}),
        text(' '),
        text('leaf', {type: 'link', attrs: {href: 'https://a.example/'}}),
        {type: 'hard_break'},
        text('and '),
        text('more', {type: 'em'}, {type: 'strong'}),
      ),
      {
        type: 'bullet_list',
        content: [
          {type: 'list_item', content: [paragraph(text('one'))]},
          {type: 'list_item', content: [paragraph(text('two'))]},
        ],
      },
    ]);
  });

  it('of a whole document that was wrapped in a bold which is none', () => {
    expect(read('<b id="docs-internal-guid-1" style="font-weight:normal"><p>one</p></b>')).to.deep.equal([
      paragraph(text('one')),
    ]);
  });

  it('brings nothing with it that runs or loads', async () => {
    const called: string[] = [];
    (globalThis as {pwn?: () => void}).pwn = () => called.push('pwn');
    const payloads = [
      '<img src=x onerror=pwn()>ok',
      '<script>pwn()</script>ok',
      '<svg onload=pwn()><script>pwn()</script></svg>ok',
      '<a href="javascript:pwn()">ok</a>',
      '<a href="jav&#x09;ascript:pwn()">ok</a>',
      '<iframe srcdoc="<script>parent.pwn()</script>"></iframe>ok',
      '<math><mtext><table><mglyph><style><img src=x onerror=pwn()>',
      '<p style="background:url(javascript:pwn())">ok</p>',
      '<style>@import "//evil";</style>ok',
      '<noscript><p title="</noscript><img src=x onerror=pwn()>">',
      '<template><img src=x onerror=pwn()></template>ok',
      '<form action="javascript:pwn()"><button>ok</button></form>',
      '<details open ontoggle=pwn()>ok</details>',
      '<b>'.repeat(2000),
    ];
    for (const payload of payloads) {
      const made = richTextFromHtml(payload);
      if (!made) continue;
      expect(isRichText(made), payload).to.equal(true);
      const box = shown(made);
      document.body.append(box);
      const attributes = [...box.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
      expect(
        attributes.filter(({name, value}) => /^on|^srcdoc$|^style$/.test(name) || /script:/i.test(value)),
      ).to.deep.equal([]);
      box.remove();
    }
    await new Promise((done) => setTimeout(done, 50));
    expect(called).to.deep.equal([]);
  });

  it('of a label file is read where there are tags in it', () => {
    expect(writtenFrom('a < b and c > d')).to.equal('a < b and c > d');
    expect(plainTextOf(writtenFrom('<p>Choose <b>one</b></p>'))).to.equal('Choose one');
  });
});

describe('links', () => {
  it('lead to the web or to an address for letters', () => {
    expect(typedLink('example.com/a')).to.equal('https://example.com/a');
    expect(typedLink('example.com:8080')).to.equal('https://example.com:8080/');
    expect(typedLink('someone@example.com')).to.equal('mailto:someone@example.com');
    expect(typedLink('http://example.com')).to.equal('http://example.com/');
    for (const bad of ['', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'https://'])
      expect(typedLink(bad), bad).to.equal(undefined);
    expect(safeLink('https://user:secret@example.com')).to.equal(undefined);
  });
});
