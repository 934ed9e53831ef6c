import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/define/gt-label-picker.js';
import type {GtLabelPicker, LabelPick} from '../src/elements/gt-label-picker/gt-label-picker.js';
import type {Label} from '../src/model/label.js';

type Arguments = Partial<GtLabelPicker>;

const numbered = (count: number): Label[] =>
  Array.from({length: count}, (_, index) => ({label: `Label ${index + 1}`}));

const meta: Meta<Arguments> = {
  title: 'Parts/Label picker',
  component: 'gt-label-picker',
  args: {labels: numbered(6), chosen: ['Label 2'], multiple: false, legend: 'Labels'},
  render: (properties) => {
    const box = document.createElement('div');
    Object.assign(box.style, {width: '288px', height: '600px', padding: '8px', display: 'flex'});
    const picker = document.createElement('gt-label-picker');
    picker.style.flex = '1';
    Object.assign(picker, properties);
    picker.addEventListener('gt-label-pick', ((event: CustomEvent<LabelPick>) => {
      const {labels, checked} = event.detail;
      const others = picker.multiple ? picker.chosen.filter((label) => !labels.includes(label)) : [];
      picker.chosen = checked ? [...others, ...labels] : others;
    }) as EventListener);
    box.append(picker);
    return html`${box}`;
  },
};

export default meta;
type Story = StoryObj<Arguments>;

const pickerIn = (canvas: HTMLElement): GtLabelPicker =>
  canvas.querySelector('gt-label-picker') as GtLabelPicker;

export const Single: Story = {};

export const Multiple: Story = {args: {multiple: true, chosen: ['Label 1', 'Label 4']}};

export const WithExclusion: Story = {args: {multiple: true, exclusionLabel: 'None of these'}};

export const Descriptions: Story = {
  args: {
    labels: [
      {label: 'Car', description: 'Any passenger car, parked or moving'},
      {label: 'Van', color: '#aa3377', description: 'Delivery vans and minibuses'},
      {label: 'Lorry', shortcut: 'l'},
    ],
    chosen: ['Van'],
  },
};

export const AllLooks: Story = {args: {labels: numbered(48), chosen: []}};

export const LongNames: Story = {
  args: {
    labels: [
      {
        label:
          'A label with a name that is so long that it needs more than two lines in the narrow panel beside a picture',
      },
      {label: 'W'.repeat(256)},
      {label: 'Short'},
    ],
    chosen: ['Short'],
  },
};

export const Thousands: Story = {
  args: {labels: numbered(10_000), chosen: ['Label 7000']},
  play: async ({canvasElement}) => {
    const picker = pickerIn(canvasElement);
    await waitFor(() =>
      expect(picker.shadowRoot?.querySelector('.row[aria-checked="true"]')?.textContent).toContain('7000'),
    );
  },
};

export const Searching: Story = {
  args: {labels: numbered(200), chosen: []},
  play: async ({canvasElement}) => {
    const picker = pickerIn(canvasElement);
    await picker.openSearch();
    await userEvent.keyboard('12');
    await waitFor(() => expect(picker.shadowRoot?.querySelectorAll('.row').length).toBeLessThan(20));
  },
};

export const NoMatch: Story = {
  args: {labels: numbered(20), chosen: []},
  play: async ({canvasElement}) => {
    const picker = pickerIn(canvasElement);
    await picker.openSearch();
    await userEvent.keyboard('zebra');
    await waitFor(() => expect(picker.shadowRoot?.querySelector('.empty')).not.toBeNull());
  },
};

export const Counts: Story = {
  args: {
    counts: new Map([
      ['Label 1', 12],
      ['Label 3', 1],
    ]),
  },
};

export const NoLabels: Story = {args: {labels: [], chosen: []}};

export const Readonly: Story = {args: {readonly: true}};

export const Disabled: Story = {args: {disabled: true}};
