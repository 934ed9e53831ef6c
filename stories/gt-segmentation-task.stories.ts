import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';
import '../src/define/gt-segmentation-task.js';
import type {GtSegmentationTask} from '../src/elements/gt-segmentation-task/gt-segmentation-task.js';
import {evening, eveningAreas, maskImage, resolveEvening, size, stripes} from './masks.js';
import {renderTask, type TaskStoryArguments} from './task-story.js';

type Arguments = Partial<GtSegmentationTask> & TaskStoryArguments;

const meta: Meta<Arguments> = {
  title: 'Elements/Segmentation task',
  component: 'gt-segmentation-task',
  args: {
    header: 'Say of every pixel what it shows.',
    labels: ['Sky', 'Hill', 'Sun'],
    entry: evening,
    resolveSource: resolveEvening,
    withInstructions: false,
    width: '100%',
    height: '100vh',
  },
  argTypes: {resolveSource: {table: {disable: true}}},
  render: renderTask('gt-segmentation-task'),
};

export default meta;
type Story = StoryObj<Arguments>;

async function taskIn(canvas: HTMLElement): Promise<GtSegmentationTask> {
  const task = canvas.querySelector('gt-segmentation-task') as GtSegmentationTask;
  const viewer = () => task.shadowRoot?.querySelector('gt-image-viewer');
  await waitFor(() => expect(viewer()?.sight).toBeDefined());
  return task;
}

/** What a page would set that has the answer of another day. */
const painted = () =>
  ({
    labelMappings: {Sky: {color: '#2ca02c'}, Hill: {color: '#1f77b4'}, Sun: {color: '#ff7f0e'}},
    labeledImage: {pngImageData: maskImage(eveningAreas)},
    inputImageProperties: size,
  }) as never;

const mapped = (name: string, color: string) => ({
  'class-name': name,
  'hex-color': color,
  confidence: 0.9,
});

/** The same as an earlier label of the item, with its file in the page. */
const asLabel = () => ({
  ...evening,
  'things-ref': `data:image/png;base64,${maskImage(eveningAreas)}`,
  'things-ref-metadata': {
    'internal-color-map': {
      '0': mapped('BACKGROUND', '#ffffff'),
      '1': mapped('Sky', '#2ca02c'),
      '2': mapped('Hill', '#1f77b4'),
      '3': mapped('Sun', '#ff7f0e'),
    },
    type: 'groundtruth/semantic-segmentation',
    'human-annotated': 'yes',
    'creation-date': '2024-05-02T11:00:00.527256',
    'job-name': 'labeling-job/things',
  },
});

const twelve = [
  'Sky',
  'Hill',
  'Sun',
  'Tree',
  'House',
  'Road',
  'Water',
  'Person',
  'Fence',
  'Car',
  'Grass',
  'Rock',
];
const twelveColors = twelve.map((_, index) => `#${(0x203040 + index * 0x0a1711).toString(16)}`);

export const Empty: Story = {};

export const WithInstructions: Story = {args: {withInstructions: true}};

export const Painted: Story = {
  render: (given) => renderTask('gt-segmentation-task')({...given, value: painted()} as never),
  play: async ({canvasElement}) => {
    const task = await taskIn(canvasElement);
    await waitFor(() => expect(Object.keys(task.value?.labelMappings ?? {})).toHaveLength(3));
  },
};

/** The mask of an earlier label is where the worker starts. */
export const Adjusting: Story = {
  render: (given) =>
    renderTask('gt-segmentation-task')({
      ...given,
      entry: asLabel(),
      labelAttributeName: 'things-ref',
    } as never),
};

export const TwelveLabels: Story = {
  render: (given) =>
    renderTask('gt-segmentation-task')({
      ...given,
      labels: twelve,
      value: {
        labelMappings: Object.fromEntries(
          twelve.map((label, index) => [label, {color: twelveColors[index]}]),
        ),
        labeledImage: {pngImageData: maskImage(stripes(twelveColors))},
        inputImageProperties: size,
      },
    } as never),
};

export const FewTools: Story = {args: {tools: ['brush', 'eraser']}};

export const Readonly: Story = {
  render: (given) =>
    renderTask('gt-segmentation-task')({...given, value: painted(), readonly: true} as never),
};

export const Narrow: Story = {
  render: (given) =>
    renderTask('gt-segmentation-task')({
      ...given,
      value: painted(),
      width: '320px',
      height: '640px',
    } as never),
};
