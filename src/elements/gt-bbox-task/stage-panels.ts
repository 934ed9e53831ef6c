import {html, type LitElement, type TemplateResult} from 'lit';
import type {PointerInput} from '../../editor/tool.js';
import {stackAt} from '../../editor/hit.js';
import {selectOnly} from '../../editor/acts/select-boxes.js';
import type {Point} from '../../geometry/point.js';
import {recordsOf} from '../../model/document.js';
import type {BoxRecord, RecordId} from '../../model/record.js';
import type {Label} from '../../model/label.js';
import type {Strings} from '../../strings/strings.js';
import type {AskForBox} from '../gt-box-list/box-request.js';
import type {BoxRow} from '../gt-box-list/list-items.js';
import type {StageInput} from '../gt-image-viewer/stage-layer.js';
import {lookOf} from '../shared/palette.js';
import type {BoxDesk} from './box-desk.js';
import {boxMenu} from './box-menu.js';
import {ContextMenu} from '../stage/context-menu.js';
import {LabelPopover} from '../stage/label-popover.js';
import {MiniBar, type Constraints} from './mini-bar.js';
import {onPage, onStage} from '../stage/on-stage.js';
import {visiblePart, type ScreenRect} from '../stage/placement.js';
import {ToolBar} from './tool-bar.js';

/** What the panels show, beside the desk itself. */
export interface PanelsHost {
  readonly element: LitElement;
  words(): Strings['boxTask'];
  language(): string;
  labels(): readonly Label[];
  rows(): readonly BoxRow[];
  isLocked(): boolean;
  keyOf(command: string): string | undefined;
  undo(): void;
  readonly ask: AskForBox;
}

/** The bars and menus that lie over the stage of a box task. */
export class StagePanels {
  readonly #host: PanelsHost;
  readonly #desk: BoxDesk;
  readonly #toolBar: ToolBar;
  readonly #miniBar: MiniBar;
  readonly #menu: ContextMenu;
  readonly #labels: LabelPopover;
  #pointer: StageInput['pointer'] = 'mouse';
  #constraints: Constraints = {isSquare: false, isCentred: false};

  constructor(host: PanelsHost, desk: BoxDesk) {
    this.#host = host;
    this.#desk = desk;
    const {element} = host;
    this.#toolBar = new ToolBar(element);
    this.#miniBar = new MiniBar(element);
    this.#menu = new ContextMenu(element);
    this.#labels = new LabelPopover(element);
  }

  /** What the bar with the tools takes at the top of the stage, in CSS pixels: its buttons are larger for fingers. */
  get roomAbove(): number {
    return matchMedia('(pointer: coarse)').matches ? 70 : 56;
  }

  /** What a finger has set in the place of Shift and Alt. */
  get constraints(): Constraints {
    return this.#constraints;
  }

  /** To be told of every pointer: fingers need other panels than a mouse. */
  pointed({pointer}: StageInput): void {
    if (pointer === this.#pointer) return;
    this.#pointer = pointer;
    this.#desk.paint({pointer});
    this.#host.element.requestUpdate();
  }

  /** To be told of every change of the view and of the selection. */
  placeMiniBar(): void {
    const sight = this.#desk.viewer?.sight;
    const {selectionBounds, drawing} = this.#desk;
    const isMoving = drawing.state.preview !== undefined;
    const box = sight && selectionBounds && !isMoving ? onStage(selectionBounds, sight) : undefined;
    this.#miniBar.place(box, sight?.stage ?? {width: 0, height: 0}, this.#pointer, () => this.#bars);
  }

  render(): TemplateResult {
    const {drawing} = this.#desk;
    const {document} = drawing.editor.state;
    return html`${this.#toolBar.view({
      words: this.#host.words(),
      language: this.#host.language(),
      tool: this.#host.isLocked() ? 'select' : drawing.state.tool,
      look: this.#desk.overlay,
      isNothing: recordsOf(document, 'nothing').length > 0,
      isLocked: this.#host.isLocked(),
      keyOf: (command) => this.#host.keyOf(command),
      chooseTool: (tool) => {
        this.#desk.arm(tool);
        this.#desk.viewer?.focus();
      },
      setNothing: () => this.#desk.toggleNothing(),
      setLook: (look) => this.#desk.paint(look),
    })}
    ${this.#renderMiniBar()} ${this.#menu.view} ${this.#labels.view}`;
  }

  /** A bar beside each new box would be in the way of the next one, so a mouse has it only to select with. */
  get #hasMiniBar(): boolean {
    return this.#pointer === 'touch' || this.#desk.drawing.state.tool === 'select';
  }

  #renderMiniBar(): TemplateResult {
    const {drawing} = this.#desk;
    const selected = this.#hasMiniBar && !this.#host.isLocked() ? drawing.selected : [];
    const [first] = selected;
    const label = selected.every((record) => record.label === first?.label) ? first?.label : undefined;
    return html`${this.#miniBar.view({
      words: this.#host.words(),
      ids: selected.map(({id}) => id),
      label,
      look: this.#looks().get(label ?? ''),
      isHidden: selected.every((record) => drawing.isHidden(record)),
      isLocked: selected.every((record) => drawing.isLocked(record)),
      ask: this.#host.ask,
      ...(this.#pointer === 'touch' && {constraints: this.#constraints}),
      constrain: (constraints) => {
        this.#constraints = constraints;
        this.#host.element.requestUpdate();
      },
    })}`;
  }

  /** The menu of what is under the pointer. A box that is not selected yet becomes the selection. */
  openMenu(input: StageInput, at: PointerInput): void {
    const {drawing, context} = this.#desk;
    const stack = stackAt(drawing, context.index, at);
    const [top] = stack;
    if (top && !stack.some(({id}) => drawing.state.selection.has(id))) selectOnly(context, [top.id]);
    this.#openMenu(stack, this.#onPage(input.point));
  }

  /** The menu of the selected boxes, at the box; for keys. False when there is none to show. */
  openMenuForSelection(): boolean {
    const {viewer, selectionBounds, drawing} = this.#desk;
    const sight = viewer?.sight;
    const seen = sight && selectionBounds && visiblePart(onStage(selectionBounds, sight), sight.stage);
    if (!seen) return false;
    const isRightToLeft = this.#host.element.matches(':dir(rtl)');
    const corner = {x: seen.left + (isRightToLeft ? seen.width : 0), y: seen.top + seen.height};
    return this.#openMenu(drawing.selected.slice(0, 1), this.#onPage(corner));
  }

  #openMenu(stack: readonly BoxRecord[], page: Point | undefined): boolean {
    const {drawing} = this.#desk;
    const groups = boxMenu({
      words: this.#host.words(),
      language: this.#host.language(),
      stacked: this.#rowsOf(stack),
      targets: this.#rowsOf(drawing.selected),
      all: this.#host.rows().map(({id}) => id),
      labels: this.#host.labels(),
      looks: this.#looks(),
      isReadonly: this.#host.isLocked(),
      keyOf: (command) => this.#host.keyOf(command),
      ask: this.#host.ask,
    });
    if (!page || groups.every(({items}) => items.length === 0)) return false;
    const name = this.#host.words().boxMenu;
    this.#menu.open({name, groups, at: page, closed: () => this.#desk.viewer?.focus()});
    return true;
  }

  /** A small label picker beside the selection. `pick` takes the answer. */
  openLabels(pick: (label: string) => void): void {
    const sight = this.#desk.viewer?.sight;
    const {selectionBounds, drawing} = this.#desk;
    if (!sight || !selectionBounds) return;
    const {left, top, width, height} = onStage(selectionBounds, sight);
    const start = this.#onPage({x: left, y: top});
    const end = this.#onPage({x: left + width, y: top + height});
    if (!start || !end) return;
    this.#labels.open({
      beside: {left: start.x, top: start.y, width: end.x - start.x, height: end.y - start.y},
      labels: this.#host.labels(),
      chosen: drawing.selected[0]?.label,
      legend: this.#host.words().nextBoxLabel,
      pointer: this.#pointer,
      pick,
      undo: () => this.#host.undo(),
      closed: () => this.#desk.viewer?.focus(),
    });
  }

  closeLabels(): void {
    this.#labels.close();
  }

  #rowsOf(records: readonly BoxRecord[]): readonly BoxRow[] {
    const rows = new Map<RecordId, BoxRow>(this.#host.rows().map((row) => [row.id, row]));
    return records.flatMap(({id}) => rows.get(id) ?? []);
  }

  #looks(): ReadonlyMap<string, ReturnType<typeof lookOf>> {
    return new Map(this.#host.labels().map((label, index) => [label.label, lookOf(label, index)]));
  }

  get #stage(): HTMLElement | null {
    return this.#desk.viewer?.shadowRoot?.querySelector<HTMLElement>('.stage') ?? null;
  }

  /** What the bars of task and viewer take of the stage, in its CSS pixels. */
  get #bars(): readonly ScreenRect[] {
    const stage = this.#stage;
    if (!stage) return [];
    const origin = stage.getBoundingClientRect();
    const ratio = origin.width / stage.offsetWidth;
    return [
      ...this.#host.element.renderRoot.querySelectorAll('.tools-bar'),
      ...(this.#desk.viewer?.shadowRoot?.querySelectorAll('.toolbar, .minimap') ?? []),
    ].map((bar) => {
      const {left, top, width, height} = bar.getBoundingClientRect();
      return {
        left: (left - origin.left) / ratio,
        top: (top - origin.top) / ratio,
        width: width / ratio,
        height: height / ratio,
      };
    });
  }

  /** A place of the stage in the window, whatever CSS transforms are between them. */
  #onPage(point: Point): Point | undefined {
    const stage = this.#stage;
    if (!stage) return undefined;
    return onPage(stage, point);
  }
}
