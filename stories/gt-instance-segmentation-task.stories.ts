import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';
import '../src/define/gt-instance-segmentation-task.js';
import type {GtInstanceSegmentationTask} from '../src/elements/gt-instance-segmentation-task/gt-instance-segmentation-task.js';
import {evening, maskImage, resolveEvening, size, stripes} from './masks.js';
import {renderTask, type TaskStoryArguments} from './task-story.js';

type Arguments = Partial<GtInstanceSegmentationTask> & TaskStoryArguments;

const meta: Meta<Arguments> = {
  title: 'Elements/Instance segmentation task',
  component: 'gt-instance-segmentation-task',
  args: {
    header: 'Give every thing its own pixels.',
    labels: ['Hill', 'Sun', 'Tree'],
    entry: evening,
    resolveSource: resolveEvening,
    withInstructions: false,
    width: '100%',
    height: '100vh',
  },
  argTypes: {resolveSource: {table: {disable: true}}},
  render: renderTask('gt-instance-segmentation-task'),
};

export default meta;
type Story = StoryObj<Arguments>;

const colors = ['#2ca02c', '#1f77b4', '#ff7f0e', '#d62728', '#9467bd', '#8c564b'];
const labels = ['Hill', 'Hill', 'Hill', 'Sun', 'Tree', 'Tree'];

const painted = () =>
  ({
    instances: colors.map((color, index) => ({color, label: labels[index]})),
    labeledImage: {pngImageData: maskImage(stripes(colors))},
    inputImageProperties: size,
  }) as never;

const withPainted = (more: object) => (given: Arguments) =>
  renderTask('gt-instance-segmentation-task')({...given, value: painted(), ...more} as never);

export const Empty: Story = {};

export const Painted: Story = {
  render: withPainted({}),
  play: async ({canvasElement}) => {
    const task = canvasElement.querySelector('gt-instance-segmentation-task') as GtInstanceSegmentationTask;
    await waitFor(() => expect(task.value?.instances).toHaveLength(6));
  },
};

export const NewOnStroke: Story = {args: {newOnStroke: true}};

export const Readonly: Story = {render: withPainted({readonly: true})};

export const Narrow: Story = {render: withPainted({width: '320px', height: '640px'})};
