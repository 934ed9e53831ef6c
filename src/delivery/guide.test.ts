import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {DeliveryBox} from '../../test/helpers/deliveries.js';
import '../define/gt-classification-task.js';
import '../define/gt-session.js';
import type {GtSession} from '../elements/gt-session/gt-session.js';
import {MemoryStore} from '../session/memory.js';

/** The program of the guide, as a page would have it. */
async function program(address: string): Promise<string> {
  const guide = await (await fetch('/docs/delivery.md')).text();
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(guide) ?? [];
  return code
    .replaceAll(
      /'gt-elements\/(\w+)\.js'/g,
      (_, name: string) => `'${location.origin}/src/entries/${name}.ts'`,
    )
    .replace('https://example.com/results/', address);
}

describe('docs/delivery.md', () => {
  it('has a program that sends what is submitted', async () => {
    const box = await DeliveryBox.open();
    const element = await fixture<GtSession>(
      html`<gt-session job-name="birds" worker-id="anna"
        ><gt-classification-task labels='["owl", "wren"]'></gt-classification-task
      ></gt-session>`,
    );
    element.store = new MemoryStore();
    element.manifestFile = new Blob(['{"source":"a"}\n{"source":"b"}\n']);
    const blob = new Blob([await program(box.address)], {type: 'text/javascript'});
    await import(URL.createObjectURL(blob));
    await waitUntil(() => element.session?.state.item !== undefined, 'the session opens');
    const task = element.querySelector('gt-classification-task')!;
    for (const index of [0, 1]) {
      await waitUntil(() => element.index === index && task.acceptsSubmit, `item ${index} comes`);
      task.focus();
      await sendKeys({press: '2'});
      expect(await element.submit()).to.equal(true);
    }
    await waitUntil(async () => (await box.look()).puts.length === 2, 'both are sent', {timeout: 5000});
    const {files, puts} = await box.look();
    expect(puts[0]).to.equal('birds/annotations/worker-response/iteration-1/0/anna.json');
    for (const path of puts) expect(files[path]).to.contain('"label":"wren"');
  });
});
