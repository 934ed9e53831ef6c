import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/define/gt-instructions.js';
import type {GtInstructions} from '../src/elements/gt-instructions/gt-instructions.js';
import {instructionNodes} from './instructions.js';

interface Arguments {
  open: boolean;
  narrow: boolean;
  fullHeader: string;
}

const meta: Meta<Arguments> = {
  title: 'Elements/Instructions',
  component: 'gt-instructions',
  args: {open: true, narrow: false, fullHeader: ''},
  render: (properties) => {
    const box = document.createElement('div');
    Object.assign(box.style, {position: 'relative', width: '320px', height: '640px'});
    const element = document.createElement('gt-instructions');
    Object.assign(element, properties, {
      shortcuts: [{title: 'Work', rows: [{name: 'Submit', keys: [['⏎'], ['Ctrl', '⏎']]}]}],
    });
    void instructionNodes().then((nodes) => element.append(...nodes));
    box.append(element);
    return html`${box}`;
  },
};

export default meta;
type Story = StoryObj<Arguments>;

async function instructionsIn(canvas: HTMLElement): Promise<GtInstructions> {
  const element = canvas.querySelector('gt-instructions') as GtInstructions;
  await waitFor(() => expect(element.state.hasContent).toBe(true));
  await element.updateComplete;
  return element;
}

export const Panel: Story = {};

export const Drawer: Story = {args: {narrow: true}};

export const Enlarged: Story = {
  play: async ({canvasElement}) => {
    const element = await instructionsIn(canvasElement);
    const button = element.shadowRoot?.querySelector<HTMLElement>('.example.good button') as HTMLElement;
    await userEvent.click(button);
    await waitFor(() => expect(button.ariaExpanded).toBe('true'));
  },
};

export const FullInstructions: Story = {
  args: {fullHeader: 'How to name pictures'},
  play: async ({canvasElement}) => {
    const element = await instructionsIn(canvasElement);
    element.showFull();
    await expect(element.shadowRoot?.querySelector<HTMLDialogElement>('dialog.full')?.open).toBe(true);
  },
};

export const Shortcuts: Story = {
  play: async ({canvasElement}) => {
    const element = await instructionsIn(canvasElement);
    element.showShortcuts();
    await expect(element.shadowRoot?.querySelector<HTMLDialogElement>('dialog.shortcuts')?.open).toBe(true);
  },
};
