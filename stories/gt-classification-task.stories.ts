import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/define/gt-classification-task.js';
import {ClassificationHarness} from '../src/elements/gt-classification-task/gt-classification-task.harness.js';
import type {GtClassificationTask} from '../src/elements/gt-classification-task/gt-classification-task.js';
import {cat, drawPicture, landscape} from './pictures.js';
import {renderTask, type TaskStoryArguments} from './task-story.js';

type Arguments = Partial<GtClassificationTask> & TaskStoryArguments;

const review =
  'The parcel came two days late and one corner was open. Everything was there and nothing was broken, but I had to ask three times before anybody told me where it was.\n\nOn the phone they were friendly. I would order again if they answered messages faster.';

const meta: Meta<Arguments> = {
  title: 'Elements/Classification task',
  component: 'gt-classification-task',
  args: {
    header: 'What does the picture show?',
    labels: ['Cat', 'Dog', 'Bird', 'Landscape', 'Nothing to recognise'],
    entry: {'source-ref': 's3://pictures/evening.jpg'},
    resolveSource: () => drawPicture(1600, 1067, landscape),
    comment: false,
    autoAdvance: false,
    readonly: false,
    disabled: false,
    noSubmit: false,
    withInstructions: false,
    width: '100%',
    height: '100vh',
  },
  argTypes: {resolveSource: {table: {disable: true}}},
  render: renderTask('gt-classification-task'),
};

export default meta;
type Story = StoryObj<Arguments>;

function harnessIn(canvas: HTMLElement): ClassificationHarness {
  return new ClassificationHarness(canvas.querySelector('gt-classification-task') as GtClassificationTask);
}

export const Picture: Story = {};

export const PictureWithInstructions: Story = {
  args: {withInstructions: true},
  play: async ({canvasElement}) => {
    const {instructions} = harnessIn(canvasElement);
    await waitFor(() => expect(instructions.state.hasContent).toBe(true));
  },
};

export const Text: Story = {
  args: {
    header: 'How does the customer feel?',
    labels: [
      {label: 'Positive', description: 'Praises more than it complains'},
      {label: 'Neutral', description: 'Only states facts'},
      {label: 'Negative', description: 'Complains more than it praises'},
      {label: 'Mixed'},
    ],
    entry: {source: review},
  },
};

export const Chosen: Story = {
  args: {...Text.args},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.rows).toHaveLength(4));
    await userEvent.click(harness.row('Mixed'));
    await expect(harness.element.value).toEqual({label: 'Mixed'});
  },
};

export const Undone: Story = {
  args: {...Text.args},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.rows).toHaveLength(4));
    await userEvent.click(harness.row('Neutral'));
    await userEvent.click(harness.row('Negative'));
    await harness.element.updateComplete;
    await userEvent.click(harness.button('Undo'));
    await expect(harness.element.value).toEqual({label: 'Neutral'});
  },
};

export const EarlierLabel: Story = {
  args: {
    ...Text.args,
    jobName: 'sentiment',
    entry: {source: review, sentiment: 3, 'sentiment-metadata': {'class-name': 'Mixed'}},
  },
};

export const WithComment: Story = {
  args: {...Text.args, comment: true},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.rows).toHaveLength(4));
    await userEvent.click(harness.row('Mixed'));
    await userEvent.click(harness.button('Add a comment'));
    await waitFor(() => expect(harness.comment).not.toBeNull());
    await userEvent.type(harness.comment as HTMLTextAreaElement, 'Two topics in one review.');
    await expect(harness.element.value).toEqual({label: 'Mixed', workerComment: 'Two topics in one review.'});
  },
};

export const NothingChosen: Story = {
  name: 'Submitted without an answer',
  args: {...Text.args},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.rows).toHaveLength(4));
    await expect(await harness.element.submit()).toBe(false);
    await waitFor(() => expect(harness.problems).toHaveLength(1));
  },
};

export const AutoAdvance: Story = {
  args: {...Text.args, autoAdvance: true},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.rows).toHaveLength(4));
    await userEvent.click(harness.row('Positive'));
    await waitFor(() => expect(harness.toast?.textContent).toContain('Positive'));
  },
};

export const SlottedSound: Story = {
  args: {header: 'Which bird do you hear?', labels: ['Robin', 'Wren', 'Blackbird', 'None']},
  render: (properties) => {
    const element = document.createElement('gt-classification-task');
    Object.assign(element, properties, {entry: {'source-ref': 's3://sounds/dawn.mp3'}});
    element.style.height = '100vh';
    const content = document.createElement('div');
    const sound = document.createElement('audio');
    sound.controls = true;
    sound.setAttribute('aria-label', 'Recording');
    content.append(sound);
    element.append(content);
    return html`${element}`;
  },
};

export const Readonly: Story = {args: {...Text.args, readonly: true, value: {label: 'Mixed'}}};

export const Disabled: Story = {args: {...Text.args, disabled: true, value: {label: 'Mixed'}}};

export const DrivenByAForm: Story = {args: {...Text.args, noSubmit: true}};

export const Narrow: Story = {args: {width: '320px', height: 'auto', withInstructions: true}};

export const Empty: Story = {args: {entry: undefined as never}};

export const HundredsOfLabels: Story = {
  args: {labels: Array.from({length: 500}, (_, index) => `Species ${index + 1}`)},
};

export const BadLabels: Story = {args: {labels: ['Cat', 7, '', 'Dog', 'Cat'] as never}};

export const UnreadableEntry: Story = {args: {entry: ['not', 'a', 'line'] as never}};

export const MissingPicture: Story = {
  args: {
    resolveSource: () => {
      throw new Error('There is no such file.');
    },
  },
};

export const HostileText: Story = {
  args: {
    header: '<img src=x onerror=alert(1)> — which one?',
    labels: ['<b>bold</b>', '__proto__', 'right\u202Eleft', 'שלום', 'W'.repeat(256)],
    entry: {source: '<script>alert(1)</script>\nnul \u0000 override \u202E and 👨🏻‍🚒 stay what they are.'},
  },
};

export const PicturesOfCats: Story = {
  name: 'Three ways to be sure',
  args: {
    header: 'Is there a cat?',
    labels: [
      {label: 'Yes', color: '#009e73', shortcut: 'y'},
      {label: 'No', color: '#d55e00', shortcut: 'n'},
      {label: 'Cannot tell', shortcut: 'c'},
    ],
    resolveSource: () => drawPicture(900, 900, cat),
  },
};
