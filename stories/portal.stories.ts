import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {errorAt} from '../src/base/result.js';
import '../src/define/gt-portal.js';
import type {JobSummary} from '../src/portal/gt-job-list/gt-job-list.js';
import type {JobDefinition} from '../src/portal/job.js';

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
  total: 9,
  ...change,
});

const jobs = [
  job({}, 'Not begun'),
  job({done: 4, skipped: 1}, 'Half-way'),
  job(
    {done: 12_000, total: 12_000},
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

export const NewJob: StoryObj = {
  render: () =>
    html`<gt-job-form
      style="height: 100vh"
      .definition=${{...definition, exclusionLabel: 'None of these', taskType: 'multi-label'}}
      .entry=${{source: 'Leaves curl at the edges after rain.'}}
      .found=${[{attribute: 'subject', taskType: 'classification', classNames: ['cat', 'dog'], lines: 12}]}
      .total=${15}
    ></gt-job-form>`,
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
    if (!home.renderRoot.querySelector('dialog')?.open) throw new Error('Nobody was asked.');
  },
};
