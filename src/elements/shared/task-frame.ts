import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import BookOpen from 'lucide/dist/esm/icons/book-open.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import Keyboard from 'lucide/dist/esm/icons/keyboard.mjs';
import Redo2 from 'lucide/dist/esm/icons/redo-2.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {Problem} from '../../base/result.js';
import type {Keymap, ShortcutScope} from '../../editor/keymap.js';
import type {Strings} from '../../strings/strings.js';
import type {GtInstructions, InstructionsState} from '../gt-instructions/gt-instructions.js';
import type {Announcer} from './announcer.js';
import {icon} from './icon.js';
import {shortcutGroups, type ShortcutRow} from './shortcut-list.js';
import type {Toast} from './toast.js';
import {visibleString, visibleText} from './visible-text.js';

/** Under this width of the element the instructions lie over the work instead of beside it. CSS pixels. */
const narrowBelow = 900;

/** More notices than this are folded into one line. */
const mostLines = 2;

/** The child elements of crowd templates that are regions without a slot of their own. */
const regions = new Set(['short-instructions', 'full-instructions']);

/** What the frame needs of its task element. */
export interface FrameHost extends LitElement {
  readonly header: string;
  readonly noSubmit: boolean;
  readonly jobName: string;
  readonly shortcuts: ShortcutScope;
  readonly activeKeymap: Keymap;
}

/** What a task element puts into the frame at each render. */
export interface FrameContent {
  readonly text: Strings;
  readonly announcer: Announcer;
  readonly toast: Toast;
  readonly stage: TemplateResult;
  readonly side: TemplateResult;
  readonly shortcutWords: Strings['shortcuts'];
  /** Lines of the shortcuts page that stand for no single command. */
  readonly shortcutRows: readonly ShortcutRow[];
  readonly workRows: readonly ShortcutRow[];
  readonly dataProblems: readonly Problem[];
  readonly submitProblems: readonly Problem[];
  readonly language: string;
  /** What undo and redo would do now, in a few words; nothing when there is nothing. */
  readonly undoStep: string | undefined;
  readonly redoStep: string | undefined;
  /** The key that submits, as printed on the keyboard; nothing when there is none. */
  readonly submitKey: readonly string[];
  readonly isLocked: boolean;
  readonly wasSubmitted: boolean;
  /** The answer is being put together. The button stays, so that it keeps the focus, and does nothing more. */
  readonly isSubmitting: boolean;
  readonly focusPlace: (at: string) => void;
  /** Hands on the focus that a form or a press beside the labels has put on the panel. */
  readonly focusSide: () => void;
  readonly submit: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The frame around every task: question, instructions, problems, and the bar with Submit. */
export class TaskFrame implements ReactiveController {
  readonly #host: FrameHost;
  #isNarrow = false;
  /** The notices that the person has put away. */
  #dismissed = '';
  #instructions: InstructionsState = {open: false, hasContent: false, changed: false};
  #children: MutationObserver | undefined;
  #size: ResizeObserver | undefined;
  #frame = 0;

  constructor(host: FrameHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#adoptRegions();
    this.#children = new MutationObserver(() => this.#adoptRegions());
    this.#children.observe(this.#host, {childList: true});
    this.#size = new ResizeObserver(([entry]) => {
      cancelAnimationFrame(this.#frame);
      // In the next frame, because a change of size within the callback would be a loop.
      this.#frame = requestAnimationFrame(() => this.#setWidth(entry?.contentRect.width ?? 0));
    });
    this.#size.observe(this.#host);
    const {clientWidth} = this.#host;
    if (clientWidth > 0) this.#isNarrow = clientWidth < narrowBelow;
  }

  hostDisconnected(): void {
    this.#children?.disconnect();
    this.#size?.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Runs a command that belongs to the frame. */
  run(command: string): boolean {
    const panel = this.#panel;
    if (!panel) return false;
    if (command === 'instructions' && this.#instructions.hasContent) panel.toggle();
    else if (command === 'shortcuts') panel.showShortcuts();
    else return false;
    return true;
  }

  get #panel(): GtInstructions | null {
    return this.#host.renderRoot?.querySelector('gt-instructions') ?? null;
  }

  #setWidth(width: number): void {
    const isNarrow = width > 0 && width < narrowBelow;
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.#host.requestUpdate();
  }

  #adoptRegions(): void {
    for (const child of this.#host.children) {
      if (regions.has(child.localName) && !child.hasAttribute('slot')) child.slot = child.localName;
    }
  }

  get #fullHeader(): string {
    return this.#host.querySelector(':scope > full-instructions')?.getAttribute('header') ?? '';
  }

  render(content: FrameContent): TemplateResult {
    const {header, jobName, activeKeymap, shortcuts} = this.#host;
    const {shortcutRows, workRows} = content;
    return html`<div class="base" part="base" tabindex="-1">
      <div class="header" part="header" ?hidden=${header === ''}>
        <h2 dir="auto">${visibleText(header)}</h2>
      </div>
      ${this.#renderNotices(content)}
      <div class="body">
        <gt-instructions
          part="instructions"
          ?narrow=${this.#isNarrow}
          .storageKey=${jobName}
          .fullHeader=${this.#fullHeader}
          .shortcuts=${shortcutGroups(activeKeymap, content.shortcutWords, {
            scope: shortcuts,
            labelRows: shortcutRows,
            workRows,
          })}
          @gt-instructions-change=${this.#onInstructions}
        >
          <slot name="short-instructions" slot="short-instructions"></slot>
          <slot name="full-instructions" slot="full-instructions"></slot>
          <slot name="good-example" slot="good-example"></slot>
          <slot name="bad-example" slot="bad-example"></slot>
        </gt-instructions>
        ${content.stage} ${content.toast.view}
        <div class="side" part="labels" tabindex="-1" @focus=${content.focusSide}>${content.side}</div>
      </div>
      ${this.#renderProblems(content)} ${this.#renderFooter(content)} ${content.announcer.region}
    </div>`;
  }

  readonly #onInstructions = (event: CustomEvent<InstructionsState>): void => {
    this.#instructions = event.detail;
    this.#host.requestUpdate();
  };

  /** What is wrong with the item: a line or two. More would take the room of the item, so they are folded into one. */
  #renderNotices({dataProblems: problems, text, language}: FrameContent): TemplateResult | typeof nothing {
    const said = problems.map(({message}) => message).join('\n');
    if (said !== this.#dismissed) this.#dismissed = '';
    if (said === this.#dismissed) return nothing;
    const worst = problems.some(({severity}) => severity === 'error') ? 'error' : 'warning';
    const lines = problems.map(
      ({message, severity}) =>
        html`<div class="notice ${severity}">${icon(TriangleAlert)}<bdi>${visibleText(message)}</bdi></div>`,
    );
    return html`<div class="notices">
      <div role="alert">
        ${
          lines.length <= mostLines
            ? lines
            : html`<details>
                <summary class="summary ${worst}">
                  ${icon(TriangleAlert)}<bdi>${text.task.notices(lines.length, language)}</bdi>
                  ${icon(ChevronDown)}
                </summary>
                ${lines}
              </details>`
        }
      </div>
      <button
        class="button icon quiet"
        type="button"
        aria-label=${text.task.dismiss}
        title=${text.task.dismiss}
        @click=${() => this.#dismiss(said)}
      >
        ${icon(X)}
      </button>
    </div>`;
  }

  /** Puts them away until others take their place. */
  #dismiss(said: string): void {
    this.#dismissed = said;
    this.#host.requestUpdate();
    // The button goes away; the focus must not fall back to the page.
    this.#host.focus({preventScroll: true});
  }

  #renderProblems({
    submitProblems,
    text,
    language,
    focusPlace,
  }: FrameContent): TemplateResult | typeof nothing {
    if (submitProblems.length === 0) return nothing;
    return html`<section class="problems" part="problems" aria-labelledby="problems-title">
      <h3 id="problems-title">${text.task.problems(submitProblems.length, language)}</h3>
      <ul>
        ${submitProblems.map(
          ({message, at}) =>
            html`<li>
              <a
                href="#${at}"
                @click=${(event: Event) => {
                  event.preventDefault();
                  focusPlace(at);
                }}
                ><bdi>${visibleText(message)}</bdi></a
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #renderFooter(content: FrameContent): TemplateResult {
    const {text, undoStep, redoStep, submitKey, isLocked, wasSubmitted, isSubmitting, undo, redo, submit} =
      content;
    const words = text.task;
    const {open, hasContent, changed} = this.#instructions;
    return html`<div class="footer" part="footer">
      ${this.#renderMove(words.undo, undoStep, words.undoStep, words.nothingToUndo, Undo2, {
        isLocked,
        run: undo,
      })}
      ${this.#renderMove(words.redo, redoStep, words.redoStep, words.nothingToRedo, Redo2, {
        isLocked,
        run: redo,
      })}
      <span class="divider"></span>
      <button
        class="button quiet"
        type="button"
        aria-expanded=${open ? 'true' : 'false'}
        ?hidden=${!hasContent}
        @click=${() => this.run('instructions')}
      >
        ${icon(BookOpen)}<span class="label">${words.instructions}</span>${
          changed
            ? html`<span class="dot" role="img" aria-label=${text.instructions.changed}></span>`
            : nothing
        }
      </button>
      <button class="button quiet" type="button" aria-haspopup="dialog" @click=${() => this.run('shortcuts')}>
        ${icon(Keyboard)}<span class="label">${words.shortcuts}</span>
      </button>
      <slot name="footer"></slot>
      <span class="spacer"></span>
      ${wasSubmitted ? html`<span class="status">${words.submitted}</span>` : nothing}
      ${
        this.#host.noSubmit
          ? nothing
          : html`<button
              class="button primary"
              part="submit"
              type="button"
              aria-disabled=${isSubmitting ? 'true' : nothing}
              ?disabled=${isLocked}
              @click=${submit}
            >
              ${isSubmitting ? words.submitting : words.submit}${
                submitKey.length > 0 && !isSubmitting
                  ? html`<kbd aria-hidden="true">${submitKey.join(' ')}</kbd>`
                  : nothing
              }
            </button>`
      }
    </div>`;
  }

  #renderMove(
    name: string,
    step: string | undefined,
    titleFor: (step: string) => string,
    emptyTitle: string,
    shapes: Parameters<typeof icon>[0],
    {isLocked, run}: {readonly isLocked: boolean; readonly run: () => void},
  ): TemplateResult {
    return html`<button
      class="button icon quiet"
      type="button"
      aria-label=${name}
      title=${step === undefined ? emptyTitle : titleFor(visibleString(step))}
      ?disabled=${isLocked || step === undefined}
      @click=${run}
    >
      ${icon(shapes)}
    </button>`;
  }
}
