import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/define/gt-classification-task.js';
import '../src/define/gt-session.js';
import {SessionHarness} from '../src/elements/gt-session/gt-session.harness.js';
import {MemoryStore} from '../src/session/memory.js';
import type {GtSession} from '../src/elements/gt-session/gt-session.js';

interface Arguments {
  taskTitle: string;
  withStop: boolean;
  timeLimit: number;
  /** Lines of the manifest. */
  lines: readonly string[];
  width: string;
}

const mails = [
  'I was charged twice for order 20417. Please send one of the two amounts back.',
  'The parcel arrived with a broken seal, and two of the jars were cracked.',
  'How do I change the address on my account before the next delivery?',
  'Where is my order? The tracking page has said “on its way” for a week.',
  'Thank you for the quick help yesterday, everything works again.',
];
const lineOf = (source: string) => JSON.stringify({source});

let stories = 0;

const meta: Meta<Arguments> = {
  title: 'Elements/Session',
  component: 'gt-session',
  args: {taskTitle: 'Support mail', withStop: false, timeLimit: 0, lines: mails.map(lineOf), width: '100%'},
  argTypes: {lines: {table: {disable: true}}},
  render: (args) => html`${pageWith(args, newDatabase())}`,
};

export default meta;
type Story = StoryObj<Arguments>;

const newDatabase = () => `story-${Date.now()}-${++stories}`;

/** A session as a page would have it, high enough to be worked in. */
function pageWith({taskTitle, withStop, timeLimit, lines, width}: Arguments, database: string): HTMLElement {
  const box = document.createElement('div');
  Object.assign(box.style, {height: '100vh', minHeight: '560px', width, margin: '0 auto'});
  box.append(sessionOf({taskTitle, withStop, timeLimit, lines, width}, database));
  return box;
}

function sessionOf({taskTitle, withStop, timeLimit, lines}: Arguments, database: string): GtSession {
  const session = document.createElement('gt-session');
  const task = document.createElement('gt-classification-task');
  Object.assign(task, {
    header: 'What does the customer want?',
    labels: ['Refund', 'Replacement', 'Change of address', 'Question about an order', 'Something else'],
  });
  Object.assign(session, {
    taskTitle,
    withStop,
    timeLimit,
    database,
    jobName: 'support-mail',
    workerId: 'story',
    manifestFile: new Blob([lines.map((line) => `${line}\n`).join('')]),
  });
  session.append(task);
  return session;
}

/** What a browser does that needs the space for something else. */
function clear(database: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => {
      const names = ['sessions', 'items', 'steps'];
      const transaction = request.result.transaction(names, 'readwrite');
      for (const name of names) transaction.objectStore(name).clear();
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

const harnessIn = (canvas: HTMLElement) => new SessionHarness(canvas.querySelector('gt-session')!);

async function labelWith(harness: SessionHarness, label: string): Promise<void> {
  const {element} = harness;
  const task = element.querySelector('gt-classification-task')!;
  const {index} = element;
  await waitFor(() => expect(task.acceptsSubmit).toBe(true));
  task.focus();
  await userEvent.keyboard(`${label}{Enter}`);
  await waitFor(() => expect(element.index !== index || harness.panel !== '').toBe(true));
}

/** The first item of a new job. */
export const Start: Story = {
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.position).toBe('1 of 5'));
    await expect(harness.status).toBe('Saves as you work');
  },
};

/** Some answers, one skipped, and a choice that is not submitted yet. */
export const InProgress: Story = {
  args: {withStop: true},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.position).toBe('1 of 5'));
    await labelWith(harness, '1');
    await labelWith(harness, '2');
    await harness.element.skip();
    await waitFor(() => expect(harness.position).toBe('4 of 5'));
    harness.element.querySelector('gt-classification-task')!.focus();
    await userEvent.keyboard('4');
    await waitFor(() => expect(harness.status).toBe('Saved'));
  },
};

/** The list of all items, behind the position. */
export const ListOfItems: Story = {
  play: async (context) => {
    await InProgress.play!(context);
    const harness = harnessIn(context.canvasElement);
    harness.button('4 of 5').click();
    await waitFor(() => expect(harness.rows).toHaveLength(5));
  },
};

/** After a reload: the work is back, and can be started over. */
export const Restored: Story = {
  play: async (context) => {
    await InProgress.play!(context);
    const {element} = harnessIn(context.canvasElement);
    const again = sessionOf(context.args, element.database);
    element.replaceWith(again);
    const harness = new SessionHarness(again);
    await waitFor(() => expect(harness.notices[0]).toMatch(/^Restored at/));
    await waitFor(() =>
      expect(again.querySelector('gt-classification-task')!.value).toEqual({
        label: 'Question about an order',
      }),
    );
  },
};

/** Where the browser lets the page store nothing. */
export const ThisTabOnly: Story = {
  render: (args) => {
    const page = pageWith(args, newDatabase());
    page.querySelector('gt-session')!.store = new MemoryStore();
    return html`${page}`;
  },
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.status).toBe('This tab only'));
    await labelWith(harness, '1');
    await expect(harness.alerts).toHaveLength(1);
  },
};

/** The same job in a second tab. */
export const ReadOnly: Story = {
  render: (args) => {
    const database = newDatabase();
    const page = document.createElement('div');
    const other = pageWith(args, database);
    other.hidden = true;
    page.append(other);
    other.addEventListener('gt-progress', () => page.append(pageWith(args, database)), {once: true});
    return html`${page}`;
  },
  play: async ({canvasElement}) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('gt-session')).toHaveLength(2));
    const harness = new SessionHarness(canvasElement.querySelectorAll('gt-session')[1]!);
    await waitFor(() => expect(harness.status).toBe('Read only'));
    await expect(harness.button('Take over here')).toBeTruthy();
  },
};

/** A line of the manifest that is not JSON. */
export const BadLine: Story = {
  args: {lines: ["{'source': 'single quotes'}", ...mails.map(lineOf)]},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.panel).toContain('Line 1 cannot be labelled'));
  },
};

/** Some earlier answers are gone: the browser cleared its storage. */
export const Loss: Story = {
  play: async (context) => {
    await InProgress.play!(context);
    const {element} = harnessIn(context.canvasElement);
    const {database} = element;
    element.remove();
    await clear(database);
    const again = sessionOf(context.args, database);
    context.canvasElement.querySelector('div')!.append(again);
    const harness = new SessionHarness(again);
    await waitFor(() => expect(harness.alerts[0]).toContain('2 answers saved on'));
  },
};

/** Everything is submitted or skipped. */
export const Complete: Story = {
  args: {lines: mails.slice(0, 2).map(lineOf)},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.position).toBe('1 of 2'));
    await labelWith(harness, '1');
    await harness.element.skip();
    await waitFor(() => expect(harness.panel).toContain('All done'));
  },
};

/** A manifest that cannot be loaded. */
export const CannotOpen: Story = {
  render: ({taskTitle}) =>
    html`<div style="height: 560px">
      <gt-session manifest="s3://bucket/in.manifest" task-title=${taskTitle}></gt-session>
    </div>`,
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.panel).toContain('The manifest cannot be opened'));
  },
};

/** A phone's width. */
export const Narrow: Story = {args: {width: '320px', withStop: true}, play: InProgress.play!};

/** With a time limit for each item. */
export const TimeLimit: Story = {
  args: {timeLimit: 300},
  play: async ({canvasElement}) => {
    const harness = harnessIn(canvasElement);
    await waitFor(() => expect(harness.root.querySelector('[role="timer"]')?.textContent).toContain('left'));
  },
};
