import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';
import '../src/define/gt-bbox-task.js';
import type {GtBboxTask} from '../src/elements/gt-bbox-task/gt-bbox-task.js';
import {drawPicture, landscape} from './pictures.js';
import {renderTask, type TaskStoryArguments} from './task-story.js';

type Arguments = Partial<GtBboxTask> & TaskStoryArguments;

const size = {width: 1600, height: 1067};

const boxes = [
  {label: 'Sun', left: 1012, top: 372, width: 152, height: 152},
  {label: 'Hill', left: 220, top: 560, width: 470, height: 210},
  {label: 'Hill', left: 890, top: 600, width: 560, height: 230},
  {label: 'Hill', left: 60, top: 730, width: 700, height: 240},
];

const asLabel = {
  'source-ref': 's3://pictures/evening.jpg',
  things: {
    image_size: [{...size, depth: 3}],
    annotations: boxes.map(({label, ...box}) => ({class_id: label === 'Sun' ? 0 : 1, ...box})),
  },
  'things-metadata': {
    objects: boxes.map(() => ({confidence: 0.9})),
    'class-map': {'0': 'Sun', '1': 'Hill'},
    type: 'groundtruth/object-detection',
    'human-annotated': 'no',
    'creation-date': '2024-05-02T11:00:00.527256',
    'job-name': 'labeling-job/things',
  },
};

/** Boxes all over the picture, always the same. */
function many(count: number): object[] {
  let seed = 7;
  const random = (most: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * most);
  };
  const labels = ['Sun', 'Hill', 'Cloud', 'Tree'];
  return Array.from({length: count}, () => {
    const width = 12 + random(60);
    const height = 12 + random(60);
    const label = labels[random(4)];
    return {label, left: random(size.width - width), top: random(size.height - height), width, height};
  });
}

const meta: Meta<Arguments> = {
  title: 'Elements/Bounding box task',
  component: 'gt-bbox-task',
  args: {
    header: 'Draw a box around everything that stands out.',
    labels: ['Sun', 'Hill', 'Cloud', 'Tree'],
    entry: {'source-ref': 's3://pictures/evening.jpg'},
    resolveSource: () => drawPicture(size.width, size.height, landscape),
    withInstructions: false,
    width: '100%',
    height: '100vh',
  },
  argTypes: {resolveSource: {table: {disable: true}}},
  render: renderTask('gt-bbox-task'),
};

export default meta;
type Story = StoryObj<Arguments>;

async function taskIn(canvas: HTMLElement): Promise<GtBboxTask> {
  const task = canvas.querySelector('gt-bbox-task') as GtBboxTask;
  const viewer = () => task.shadowRoot?.querySelector('gt-image-viewer');
  await waitFor(() => expect(viewer()?.sight).toBeDefined());
  return task;
}

const value = {boundingBoxes: boxes, inputImageProperties: size} as never;

export const Empty: Story = {};

export const WithInstructions: Story = {args: {withInstructions: true}};

export const Drawn: Story = {
  args: {value},
  play: async ({canvasElement}) => {
    const task = await taskIn(canvasElement);
    await expect(task.value?.boundingBoxes).toHaveLength(4);
  },
};

/** The boxes of an earlier label are dashed until somebody touches them. */
export const Adjusting: Story = {
  args: {entry: asLabel, labelAttributeName: 'things', labels: ['Sun', 'Hill']},
};

export const Attributes: Story = {
  args: {
    value,
    boxAttributes: [
      'occluded',
      'truncated',
      {name: 'light', label: 'Light', type: 'choice', options: ['day', 'dusk', 'night'], required: true},
    ],
  },
};

export const ThousandBoxes: Story = {
  args: {value: {boundingBoxes: many(1000), inputImageProperties: size} as never},
};

export const Readonly: Story = {args: {value, readonly: true}};

export const Narrow: Story = {args: {value, width: '320px', height: '640px'}};
