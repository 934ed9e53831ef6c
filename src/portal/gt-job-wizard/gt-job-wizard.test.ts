import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-portal.js';
import {draftJob, type JobDraft, type StepName} from '../draft-job.js';
import type {NewJob} from '../jobs.js';
import {incomingData} from '../incoming-data.js';
import type {GtJobWizard} from './gt-job-wizard.js';

const lines = Array.from(
  {length: 20},
  (_, at) => `{"source":"note ${at + 1}","lot":"${at % 2 ? 'odd' : 'even'}"}`,
);
const manifest = `${lines.join('\n')}\n`;

async function draftOf(name: string, text: string): Promise<JobDraft> {
  const data = await incomingData([{path: name, file: new File([text], name)}]);
  if (!data.ok) throw new Error('no data');
  const draft = await draftJob(data.value, []);
  if (!draft.ok) throw new Error('no draft');
  return draft.value;
}

async function wizard(change: Partial<JobDraft> = {}, draft?: JobDraft): Promise<GtJobWizard> {
  const given = {...(draft ?? (await draftOf('notes.manifest', manifest))), ...change};
  const element = await fixture<GtJobWizard>(
    html`<gt-job-wizard style="height: 700px" .draft=${given} .takenNames=${['taken']}></gt-job-wizard>`,
  );
  await element.updateComplete;
  return element;
}

function find<T extends HTMLElement>(root: Element, path: string): T {
  let found: Element | null = root;
  for (const selector of path.split(' >>> ')) found = found?.shadowRoot?.querySelector(selector) ?? null;
  if (!found) throw new Error(`There is no ${path}.`);
  return found as T;
}

const heading = (element: GtJobWizard) => find(element, 'h1').textContent!.trim();
const told = (element: GtJobWizard) =>
  [...element.renderRoot.querySelectorAll('form .problems p')].map((one) => one.textContent!.trim());

async function step(element: GtJobWizard, at: number): Promise<void> {
  await click(element.renderRoot.querySelectorAll('nav button')[at]!);
  await element.updateComplete;
}

async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.select();
  field.focus();
  await sendKeys({type: text});
}

const labelled = (element: Element, name: string): HTMLInputElement => {
  const label = [...element.shadowRoot!.querySelectorAll('label')].find(
    (one) => one.querySelector('span')?.textContent?.trim() === name,
  );
  if (!label) throw new Error(`There is no field ${name}.`);
  return label.querySelector<HTMLInputElement>('input, select')!;
};

const nextJob = (element: GtJobWizard) =>
  new Promise<NewJob>((done) =>
    element.addEventListener('gt-create-job', (event) => done((event as CustomEvent<NewJob>).detail), {
      once: true,
    }),
  );

const labels = [{label: 'good'}, {label: 'bad'}];
const withLabels = async (change: Partial<JobDraft> = {}) => {
  const draft = await draftOf('notes.manifest', manifest);
  return wizard({...change, definition: {...draft.definition, labels}}, draft);
};

describe('gt-job-wizard', () => {
  it('goes on and back by keys, with the focus on the heading of each step', async () => {
    const element = await withLabels({step: 'data'});
    const focused = () => element.renderRoot.querySelector(':focus')?.localName;
    expect([heading(element), focused()]).to.deep.equal(['Data', 'h1']);
    const seen: string[] = [];
    for (let press = 0; press < 4; press++) {
      find(element, '.actions .primary').focus();
      await keys('Enter');
      await element.updateComplete;
      await element.updateComplete;
      seen.push(heading(element));
      expect(focused()).to.equal('h1');
    }
    expect(seen).to.deep.equal(['Task', 'Labels', 'Instructions', 'Review & create']);
    await step(element, 2);
    expect(heading(element)).to.equal('Labels');
    expect(element.renderRoot.querySelector('[aria-current=step]')!.textContent).to.contain('Labels');
  });

  it('keeps everything when a person goes back and forth, and tells the draft each time', async () => {
    const element = await wizard({step: 'task'});
    let draft: JobDraft | undefined;
    element.addEventListener('gt-draft', (event) => (draft = (event as CustomEvent<JobDraft>).detail));
    await type(labelled(element, 'Question'), 'Good or bad?');
    await type(labelled(element, 'Time limit in minutes'), '2.5');
    await type(labelled(element, 'People per item'), '3');
    await step(element, 4);
    await type(labelled(element, 'Title'), 'My notes');
    await step(element, 1);
    expect(labelled(element, 'Question').value).to.equal('Good or bad?');
    expect(labelled(element, 'Time limit in minutes').value).to.equal('2.5');
    const {header, timeLimit, workersPerObject, title, jobName} = draft!.definition;
    expect({header, timeLimit, workersPerObject, title, jobName}).to.deep.equal({
      header: 'Good or bad?',
      timeLimit: 150,
      workersPerObject: 3,
      title: 'My notes',
      jobName: 'my-notes',
    });
    expect(draft!.step).to.equal('task');
  });

  it('tells what is missing at the step it belongs to, and does not go on over it', async () => {
    const element = await wizard({step: 'labels'});
    expect(told(element)).to.deep.equal([]);
    await click(find(element, '.actions .primary'));
    await element.updateComplete;
    expect(heading(element)).to.equal('Labels');
    expect(told(element)).to.deep.equal(['Give at least 2 labels.']);
    await step(element, 4);
    expect(find(element, '.step.faulty').textContent).to.contain('needs attention');
    const created: unknown[] = [];
    element.addEventListener('gt-create-job', (event) => created.push(event));
    await click(find(element, '.actions .primary'));
    await waitUntil(() => element.renderRoot.querySelector(':focus')?.ariaLabel === 'Edit Labels');
    expect(created).to.deep.equal([]);
  });

  it('refuses names that other jobs have, times and numbers that are none', async () => {
    const element = await withLabels({step: 'review'});
    await type(labelled(element, 'Job name'), 'taken');
    await element.updateComplete;
    expect(told(element)[0]).to.contain('There is a job named “taken” already');
    await step(element, 1);
    await type(labelled(element, 'Time limit in minutes'), '0');
    await type(labelled(element, 'People per item'), '12');
    await element.updateComplete;
    expect(told(element)).to.have.length(2);
  });

  it('makes a job of the items that were chosen, byte for byte', async () => {
    const element = await withLabels({step: 'data'});
    const which = labelled(find(element, 'gt-item-choice'), 'Which items') as unknown as HTMLSelectElement;
    which.value = 'equals';
    which.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const choice = find(element, 'gt-item-choice');
    await type(labelled(choice, 'Key'), 'lot');
    await type(labelled(choice, 'Value'), 'odd');
    const many = labelled(choice, 'How many') as unknown as HTMLSelectElement;
    many.value = 'first';
    many.dispatchEvent(new Event('change'));
    await element.updateComplete;
    await type(labelled(choice, 'Number of items'), '3');
    await waitUntil(() => find(choice, '.result').textContent!.includes('3 of 20 items are in the job'));
    await step(element, 4);
    const job = nextJob(element);
    await click(find(element, '.actions .primary'));
    const {manifest: chosen, total, definition} = await job;
    expect(total).to.equal(3);
    expect(await chosen.text()).to.equal(`${lines[1]}\n${lines[3]}\n${lines[5]}\n`);
    expect(definition.labels).to.deep.equal(labels);
  });

  it('shows a seed, takes the same sample for it, and another for another', async () => {
    const element = await withLabels({
      step: 'review',
      choice: {filter: {kind: 'all'}, amount: {kind: 'sample', count: 5, seed: 42}},
    });
    const create = async () => {
      const job = nextJob(element);
      await click(find(element, '.actions .primary'));
      return (await job).manifest.text();
    };
    const sample = await create();
    expect(sample.trimEnd().split('\n')).to.have.length(5);
    await step(element, 0);
    const choice = find(element, 'gt-item-choice');
    expect(labelled(choice, 'Seed').value).to.equal('42');
    await type(labelled(choice, 'Seed'), '43');
    await step(element, 4);
    expect(await create()).to.not.equal(sample);
    await step(element, 0);
    await type(labelled(find(element, 'gt-item-choice'), 'Seed'), '42');
    await step(element, 4);
    expect(await create()).to.equal(sample);
  });

  it('opens at the last step when the labels are in the data, ready to start', async () => {
    const label = '"bird":1,"bird-metadata":{"class-name":"duck","type":"groundtruth/text-classification"}';
    const draft = await draftOf('birds.manifest', `{"source":"x",${label}}\n{"source":"y"}\n`);
    const element = await wizard({}, draft);
    expect(heading(element)).to.equal('Review & create');
    const job = nextJob(element);
    await click(find(element, '.actions .primary'));
    expect((await job).definition.labels.map((one) => one.label)).to.deep.equal(['class 0', 'duck']);
  });

  it('reads a table by the column a person chooses, and keeps the other columns', async () => {
    const table = 'id,remark,shot\n1,fine,a.jpg\n2,broken,b.jpg\n';
    const element = await wizard({}, await draftOf('table.csv', table));
    expect(heading(element)).to.equal('Data');
    const choose = async (name: string, value: string) => {
      const field = labelled(element, name) as unknown as HTMLSelectElement;
      field.value = value;
      const told = new Promise((done) => element.addEventListener('gt-draft', done, {once: true}));
      field.dispatchEvent(new Event('change'));
      await told;
      await element.updateComplete;
    };
    const header = find<HTMLInputElement>(element, '.check input');
    const read = new Promise((done) => element.addEventListener('gt-draft', done, {once: true}));
    await click(header);
    await read;
    await choose('Column', '2');
    await choose('It holds', 'source-ref');
    const {now} = element as unknown as {now: JobDraft};
    expect(await now.data.manifest.text()).to.equal(
      '{"source-ref":"a.jpg","id":"1","remark":"fine"}\n{"source-ref":"b.jpg","id":"2","remark":"broken"}\n',
    );
  });

  it('shows the task as a worker sees it, and what it would submit', async () => {
    const element = await withLabels({step: 'task'});
    await waitUntil(() =>
      element.renderRoot
        .querySelector('gt-task-preview')
        ?.shadowRoot?.querySelector('gt-classification-task'),
    );
    const preview = find(element, 'gt-task-preview');
    const task = find(preview, 'gt-classification-task') as HTMLElement & {value: unknown; entry: unknown};
    await waitUntil(() => task.entry !== undefined);
    find<HTMLDetailsElement>(preview, 'details').open = true;
    task.focus();
    await keys('1');
    await waitUntil(() => preview.shadowRoot!.querySelectorAll('pre').length === 2);
    const [answer, line] = [...preview.shadowRoot!.querySelectorAll('pre')].map(
      (one) => JSON.parse(one.textContent!) as Record<string, unknown>,
    );
    expect(answer).to.deep.equal({label: 'good'});
    expect(line!['notes']).to.equal(0);
    await click(find(preview, '[aria-label="Preview the item after"]'));
    await waitUntil(() => (task.entry as {source: string}).source === 'note 2');
  });

  for (const at of [
    'data',
    'task',
    'labels',
    'instructions',
    'review',
  ] as const satisfies readonly StepName[]) {
    it(`has no automatic findings: ${at}`, async () => {
      const element = await withLabels({step: at, left: ['labels']});
      await expect(element).to.be.accessible();
    });
  }
});
