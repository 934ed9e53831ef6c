import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/define/gt-multi-label-task.js';
import {MultiLabelHarness} from '../src/elements/gt-multi-label-task/gt-multi-label-task.harness.js';
import type {GtMultiLabelTask} from '../src/elements/gt-multi-label-task/gt-multi-label-task.js';
import {drawPicture, landscape} from './pictures.js';
import {renderTask, type TaskStoryArguments} from './task-story.js';

type Arguments = Partial<GtMultiLabelTask> & TaskStoryArguments;

const meta: Meta<Arguments> = {
  title: 'Elements/Multi-label task',
  component: 'gt-multi-label-task',
  args: {
    header: 'What can you see? Choose everything that applies.',
    labels: ['Sky', 'Hills', 'Water', 'Trees', 'Buildings', 'People', 'Animals'],
    exclusionCategory: {text: 'None of the above'},
    entry: {'source-ref': 's3://pictures/evening.jpg'},
    resolveSource: () => drawPicture(1600, 1067, landscape),
    withInstructions: false,
    width: '100%',
    height: '100vh',
  },
  argTypes: {resolveSource: {table: {disable: true}}},
  render: renderTask('gt-multi-label-task'),
};

export default meta;
type Story = StoryObj<Arguments>;

async function harnessIn(canvas: HTMLElement): Promise<MultiLabelHarness> {
  const harness = new MultiLabelHarness(canvas.querySelector('gt-multi-label-task') as GtMultiLabelTask);
  await waitFor(() => expect(harness.rows.length).toBeGreaterThan(0));
  return harness;
}

export const Picture: Story = {};

export const Chosen: Story = {
  play: async ({canvasElement}) => {
    const harness = await harnessIn(canvasElement);
    for (const label of ['Hills', 'Sky']) await userEvent.click(harness.row(label));
    await expect(harness.element.value).toEqual({labels: ['Sky', 'Hills']});
    await waitFor(() => expect(harness.count).toBe('2 of 7 chosen'));
  },
};

export const NoneOfTheAbove: Story = {
  play: async ({canvasElement}) => {
    const harness = await harnessIn(canvasElement);
    for (const label of ['Sky', 'Hills', 'Trees', 'None of the above']) {
      await userEvent.click(harness.row(label));
    }
    await expect(harness.element.value).toEqual({labels: []});
    await waitFor(() => expect(harness.toast?.textContent).toContain('Cleared 3'));
  },
};

export const AtMostTwo: Story = {
  args: {max: 2},
  play: async ({canvasElement}) => {
    const harness = await harnessIn(canvasElement);
    for (const label of ['Sky', 'Hills', 'Trees']) await userEvent.click(harness.row(label));
    await expect(harness.element.value).toEqual({labels: ['Sky', 'Hills']});
  },
};

export const TooFew: Story = {
  args: {min: 2},
  play: async ({canvasElement}) => {
    const harness = await harnessIn(canvasElement);
    await userEvent.click(harness.row('Sky'));
    await expect(await harness.element.submit()).toBe(false);
    await waitFor(() => expect(harness.problems).toHaveLength(1));
  },
};

export const Text: Story = {
  args: {
    header: 'Which topics does the message touch?',
    labels: ['Delivery', 'Price', 'Quality', 'Support', 'Returns'],
    entry: {source: 'The parcel came late, but the phone support was friendly and sorted it out at once.'},
  },
};

export const LongListWithSearch: Story = {
  args: {labels: Array.from({length: 60}, (_, index) => `Plant ${index + 1}`)},
  play: async ({canvasElement}) => {
    const harness = await harnessIn(canvasElement);
    await harness.picker.openSearch();
    await userEvent.keyboard('plant 4');
    await waitFor(() => expect(harness.rows.length).toBeLessThan(20));
    await userEvent.keyboard('{Enter}');
    await expect(harness.element.value).toEqual({labels: ['Plant 4']});
  },
};

export const ThousandsOfLabels: Story = {
  args: {labels: Array.from({length: 5000}, (_, index) => `Plant ${index + 1}`)},
};

export const WithInstructions: Story = {args: {withInstructions: true, comment: true}};

export const Readonly: Story = {args: {readonly: true, value: {labels: ['Sky', 'Trees']}}};

export const Disabled: Story = {args: {disabled: true, value: {labels: ['Sky', 'Trees']}}};

export const Narrow: Story = {args: {width: '320px', height: 'auto'}};
