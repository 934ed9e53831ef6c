import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/define/gt-box-list.js';
import {answer, manyRows} from '../src/elements/gt-box-list/gt-box-list.harness.js';
import type {GtBoxList} from '../src/elements/gt-box-list/gt-box-list.js';
import type {BoxStatus} from '../src/elements/gt-box-list/list-items.js';
import type {BoxAttribute} from '../src/tasks/task.js';

type Arguments = Partial<GtBoxList>;

const names = ['car', 'person', 'bicycle', 'traffic light', 'dog'];
const labels = names.map((label) => ({label}));
const picture = {width: 1920, height: 1080};
const few = manyRows(9, names);

const boxAttributes: BoxAttribute[] = [
  {name: 'occluded', label: 'Occluded', type: 'boolean'},
  {
    name: 'view',
    label: 'Seen from',
    type: 'choice',
    options: ['Front', 'Side', 'Behind'],
    required: true,
  },
  {name: 'plate', label: 'Number plate', type: 'text'},
];

const meta: Meta<Arguments> = {
  title: 'Parts/Box list',
  component: 'gt-box-list',
  args: {boxes: few, labels, picture},
  render: (properties) => {
    const frame = document.createElement('div');
    Object.assign(frame.style, {width: '288px', height: '560px', padding: '6px', display: 'flex'});
    const list = document.createElement('gt-box-list');
    list.style.flex = '1';
    Object.assign(list, properties);
    answer(list);
    frame.append(list);
    return html`${frame}`;
  },
};

export default meta;
type Story = StoryObj<Arguments>;

const listIn = (canvas: HTMLElement): GtBoxList => canvas.querySelector('gt-box-list') as GtBoxList;

export const Few: Story = {};

export const Selected: Story = {args: {selected: new Set(['box-3'])}};

export const SeveralSelected: Story = {args: {selected: new Set(['box-2', 'box-3', 'box-7'])}};

export const HiddenAndLocked: Story = {
  args: {
    boxes: few.map((row, index) => ({...row, isHidden: index % 3 === 0, isLocked: index % 4 === 1})),
    hovered: 'box-4',
  },
};

const statuses: readonly BoxStatus[] = ['given', 'given', 'changed', 'added', 'removed', 'suggestion'];

export const Adjusting: Story = {
  args: {
    boxes: manyRows(14, names).map((row, index) => ({
      ...row,
      status: statuses[index % statuses.length] ?? 'given',
    })),
    selected: new Set(['box-2']),
  },
};

export const Attributes: Story = {
  args: {
    boxAttributes,
    boxes: few.map((row, index) => (index < 4 ? {...row, attributes: {view: 'Side', occluded: true}} : row)),
    selected: new Set(['box-5']),
  },
};

export const Warnings: Story = {
  args: {
    boxes: few.map((row, index) =>
      index === 4
        ? {
            ...row,
            box: {left: 1810.5, top: -12, width: 240, height: 90},
            warning: 'This box lies partly outside the picture.',
            isOutside: true,
          }
        : row,
    ),
    selected: new Set(['box-4']),
  },
};

export const RefusedNumber: Story = {
  args: {selected: new Set(['box-3'])},
  play: async ({canvasElement}) => {
    const field = listIn(canvasElement).shadowRoot?.querySelector<HTMLInputElement>('[data-field="width"]');
    field?.focus();
    await userEvent.keyboard('12 cm{Enter}');
    await waitFor(() => expect(field?.ariaInvalid).toBe('true'));
  },
};

export const Thousand: Story = {args: {boxes: manyRows(1000, names), selected: new Set(['box-500'])}};

export const LongNames: Story = {
  args: {
    labels: [{label: 'A label with a name that is much longer than the list is wide'}, {label: ''}],
    boxes: manyRows(4, ['A label with a name that is much longer than the list is wide', '']),
    selected: new Set(['box-0']),
  },
};

export const Readonly: Story = {args: {readonly: true, selected: new Set(['box-3'])}};

export const Empty: Story = {args: {boxes: []}};
