import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {errorAt} from '../src/base/result.js';
import '../src/define/gt-portal.js';
import {everyItem} from '../src/formats/choose-items.js';
import type {JobDraft, StepName} from '../src/portal/draft-job.js';
import type {JobSummary, WorkerProgress} from '../src/portal/job-summary.js';
import type {JobDefinition} from '../src/portal/job.js';
import type {RichText} from '../src/portal/rich-text/rich-text.js';

const meta: Meta = {title: 'Portal'};
export default meta;

const definition: JobDefinition = {
  title: 'Old photographs',
  taskType: 'classification',
  header: 'What is the photograph mainly about?',
  labels: [{label: 'animal'}, {label: 'vehicle', description: 'Boats, aircraft, cars, trains'}],
  jobName: 'old-photographs',
  labelAttributeName: 'subject',
  instructions: {short: 'Choose the subject of the picture.', full: ''},
};

const job = (change: Partial<JobSummary>, title = definition.title): JobSummary => ({
  id: title,
  definition: {...definition, title},
  source: 'photographs.manifest',
  done: 0,
  skipped: 0,
  declined: 0,
  total: 9,
  status: 'not-started',
  workers: [],
  own: undefined,
  ...change,
});

const worker = (name: string, done: number, change: Partial<WorkerProgress> = {}): WorkerProgress => ({
  id: name.toLowerCase(),
  name,
  done,
  skipped: 0,
  declined: 0,
  total: 10,
  ...change,
});
const team = [worker('Anna', 10), worker('Ben', 4, {declined: 1}), worker('سلمى', 0)];

const jobs = [
  job({}, 'Not begun'),
  job({done: 4, skipped: 1, status: 'in-progress', own: worker('Anna', 4)}, 'Half-way'),
  job({done: 14, declined: 1, total: 30, status: 'in-progress', workers: team}, 'Shared with three people'),
  job(
    {done: 12_000, total: 12_000, status: 'complete', own: worker('Anna', 10)},
    'Finished, with a title that is much longer than there is room for in one line',
  ),
  job({total: 1_000_000, source: 'سجل‎ 2026.manifest'}, 'صور قديمة'),
];

const padded = (content: unknown) => html`<main style="padding: 16px">${content}</main>`;

export const Jobs: StoryObj = {render: () => padded(html`<gt-job-list .jobs=${jobs}></gt-job-list>`)};

export const BringData: StoryObj = {render: () => padded(html`<gt-data-picker></gt-data-picker>`)};

export const ReadingData: StoryObj = {render: () => padded(html`<gt-data-picker busy></gt-data-picker>`)};

export const UnusableData: StoryObj = {
  render: () =>
    padded(
      html`<gt-data-picker
        .problems=${[errorAt('file', 'manifest/gzip', 'The file is compressed with gzip. Unpack it first.')]}
      ></gt-data-picker>`,
    ),
};

const references = ['s3://bucket/in/a.jpg', 's3://bucket/in/b.jpg'];
const files = [{path: 'in/a.jpg', file: new File(['x'], 'a.jpg')}];

export const PicturesWanted: StoryObj = {
  render: () => padded(html`<gt-picture-source .references=${references}></gt-picture-source>`),
};

export const SomePicturesFound: StoryObj = {
  render: () =>
    padded(html`<gt-picture-source .references=${references} .places=${{files}}></gt-picture-source>`),
};

export const AllPicturesFound: StoryObj = {
  render: () =>
    padded(
      html`<gt-picture-source .references=${references.slice(0, 1)} .places=${{files}}></gt-picture-source>`,
    ),
};

const lines = [
  '{"source":"Leaves curl at the edges after rain.","lot":"B7"}',
  '{"source":"Harvest was early."}',
];

const draft = (step: StepName, change: Partial<JobDefinition> = {}): JobDraft => ({
  data: {name: 'notes.manifest', manifest: new Blob([lines.join('\n')]), pictures: []},
  total: 2,
  summary: {
    first: {source: 'Leaves curl at the edges after rain.'},
    kind: 'text',
    keys: ['source', 'lot'],
    references: [],
    found: [{attribute: 'subject', taskType: 'classification', classNames: ['cat', 'dog'], lines: 12}],
  },
  definition: {...definition, exclusionLabel: 'None of these', taskType: 'multi-label', ...change},
  places: {},
  choice: everyItem,
  step,
  left: [],
  named: false,
});

const wizard = (given: JobDraft) =>
  html`<gt-job-wizard style="height: 100vh" .draft=${given}></gt-job-wizard>`;

export const NewJobData: StoryObj = {
  render: () =>
    wizard({...draft('data'), choice: {filter: {kind: 'all'}, amount: {kind: 'sample', count: 1, seed: 7}}}),
};

export const NewJobTask: StoryObj = {render: () => wizard(draft('task'))};

export const NewJobLabels: StoryObj = {render: () => wizard(draft('labels'))};

export const NewJobInstructions: StoryObj = {
  // The headings that are written here stand below those of the panel that shows them.
  parameters: {a11y: {config: {rules: [{id: 'heading-order', enabled: false}]}}},
  render: () => wizard(draft('instructions', {instructions: {short: formatted, full: ''}})),
};

export const NewJobReview: StoryObj = {
  render: () =>
    wizard({...draft('review', {labels: [{label: 'only one'}], jobName: 'no name!'}), left: ['labels']}),
};

const formatted: RichText = {
  type: 'doc',
  content: [
    {type: 'heading', attrs: {level: 1}, content: [{type: 'text', text: 'Look at the leaves'}]},
    {
      type: 'paragraph',
      content: [
        {type: 'text', text: 'Spots are '},
        {type: 'text', text: 'rust', marks: [{type: 'strong'}, {type: 'color', attrs: {color: 'red'}}]},
        {type: 'text', text: '.'},
      ],
    },
  ],
};

export const ManyLabels: StoryObj = {
  render: () =>
    padded(
      html`<gt-label-editor
        .labels=${Array.from({length: 255}, (_, index) => ({label: `label ${index + 1}`}))}
      ></gt-label-editor>`,
    ),
};

export const FirstVisit: StoryObj = {render: () => html`<gt-portal-home></gt-portal-home>`};

export const ForgetfulBrowser: StoryObj = {
  render: () => html`<gt-portal-home forgetful .jobs=${jobs.slice(0, 2)}></gt-portal-home>`,
};

export const DeleteJob: StoryObj = {
  render: () => html`<gt-portal-home .jobs=${jobs.slice(1, 2)}></gt-portal-home>`,
  play: async ({canvasElement}) => {
    const home = canvasElement.querySelector('gt-portal-home')!;
    await home.updateComplete;
    const list = home.renderRoot.querySelector('gt-job-list')!;
    await list.updateComplete;
    list.renderRoot.querySelector<HTMLButtonElement>('[aria-label^="Delete"]')!.click();
    await home.updateComplete;
    const asked = home.renderRoot.querySelector('gt-delete-dialog');
    await asked?.updateComplete;
    if (!asked?.renderRoot.querySelector('dialog')?.open) throw new Error('Nobody was asked.');
  },
};
