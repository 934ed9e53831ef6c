import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import Combine from 'lucide/dist/esm/icons/combine.mjs';
import Ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import Scissors from 'lucide/dist/esm/icons/scissors.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import {mergeRegions} from '../../editor/mask-acts/instances.js';
import {deleteRegions} from '../../editor/mask-acts/remove-regions.js';
import {selectRegions} from '../../editor/mask-acts/select-regions.js';
import {selectedRegions} from '../../editor/mask-acts/changing.js';
import type {MaskToolName} from '../../editor/mask-board.js';
import {nameRegions} from '../../editor/mask-words.js';
import {regionBounds} from '../../editor/region-bounds.js';
import type {PointerInput} from '../../editor/tool.js';
import type {Point} from '../../geometry/point.js';
import {recordsOf} from '../../model/document.js';
import type {Strings} from '../../strings/strings.js';
import type {StageInput} from '../gt-image-viewer/stage-layer.js';
import {chip} from '../shared/chip.js';
import {visibleText} from '../shared/visible-text.js';
import {ContextMenu, type MenuGroup} from '../stage/context-menu.js';
import {LabelPopover} from '../stage/label-popover.js';
import {onPage, onStage} from '../stage/on-stage.js';
import {toolButton} from '../stage/tool-button.js';
import type {MaskDesk} from './mask-desk.js';
import {areaMenu, correctionsMenu, type MaskMenuView} from './mask-menu.js';
import {MaskToolBar, type MaskToolBarView} from './mask-tool-bar.js';
import {foldedOptions, optionBar, type OptionBarView} from './option-bar.js';

/** What the panels show, beside the desk itself. */
export interface MaskPanelsHost {
  readonly element: LitElement;
  words(): Strings['maskTask'];
  language(): string;
  tools(): readonly MaskToolName[];
  isLocked(): boolean;
  keyOf(command: string): string | undefined;
  /** Gives up what is looked for; missing while that is not worth a button. */
  stop(): (() => void) | undefined;
}

/** The bars and menus that lie over the stage of a mask task. */
export class MaskPanels {
  readonly #host: MaskPanelsHost;
  readonly #desk: MaskDesk;
  readonly #toolBar: MaskToolBar;
  readonly #menu: ContextMenu;
  readonly #labels: LabelPopover;
  /** Opens the menu that was open last. */
  #again = (): void => {};
  #isViewShown = false;

  constructor(host: MaskPanelsHost, desk: MaskDesk) {
    this.#host = host;
    this.#desk = desk;
    this.#toolBar = new MaskToolBar(host.element);
    this.#menu = new ContextMenu(host.element);
    this.#labels = new LabelPopover(host.element);
    host.element.addEventListener('pointerdown', this.#onPress);
  }

  /** On a small stage the bar of the viewer is shown only where somebody asks for it. */
  get isViewShown(): boolean {
    return this.#isViewShown;
  }

  /** `isCompact`: for a small stage, everything in one line. */
  render(isCompact: boolean): TemplateResult {
    const bar = this.#toolBarView;
    const none = {settings: nothing, answer: nothing} as const;
    const isLocked = this.#host.isLocked();
    const bars = isCompact
      ? this.#toolBar.compactView(bar, isLocked ? none : foldedOptions(this.#optionsView(isCompact)))
      : this.#toolBar.view(bar, isLocked ? nothing : optionBar(this.#optionsView(isCompact)));
    return html`${bars} ${this.#menu.view} ${this.#labels.view}`;
  }

  #optionsView(isCompact: boolean): OptionBarView {
    const {board} = this.#desk;
    const {state} = board;
    const focusStage = (): void => this.#desk.viewer?.focus();
    return {
      words: this.#host.words(),
      language: this.#host.language(),
      state,
      hasInstances: board.hasInstances,
      sign: this.#desk.sign,
      isOpen: this.#desk.isWaiting,
      keyOf: (command) => this.#host.keyOf(command),
      context: this.#desk.context,
      tell: this.#desk.tell,
      isBusy: state.isBusy || state.preview?.isBusy === true,
      stop: this.#host.stop(),
      setOptions: (part) => board.setToolOptions(part),
      setSign: (sign) => (this.#desk.sign = sign),
      accept: (alt) => {
        this.#desk.confirm(alt);
        focusStage();
      },
      cancel: () => {
        this.#desk.escape();
        focusStage();
      },
      stepBack: () => {
        this.#desk.stepBack();
        focusStage();
      },
      selection: this.#selectionBar(isCompact),
    };
  }

  get #toolBarView(): MaskToolBarView {
    const {board} = this.#desk;
    const isLocked = this.#host.isLocked();
    return {
      words: this.#host.words(),
      language: this.#host.language(),
      tools: this.#host.tools(),
      tool: isLocked ? 'select' : board.state.tool,
      look: this.#desk.sight,
      isNothing: recordsOf(board.editor.state.document, 'nothing').length > 0,
      isLocked,
      unfit: (tool) => this.#desk.unfit(tool),
      keyOf: (command) => this.#host.keyOf(command),
      chooseTool: (tool) => {
        this.#desk.arm(tool);
        this.#desk.viewer?.focus();
      },
      setNothing: () => void this.#desk.toggleNothing(),
      setLook: (look) => this.#desk.paint(look),
      isViewShown: this.#isViewShown,
      toggleView: () => {
        this.#isViewShown = !this.#isViewShown;
        this.#host.element.requestUpdate();
      },
    };
  }

  /** Opens the labels at the button that says which one is painted, or closes them. */
  toggleLabels(button: HTMLElement, legend: string, isByKey: boolean): void {
    if (this.#labels.isOpen) return this.#labels.close();
    const {board, labels} = this.#desk;
    this.#labels.open({
      beside: button.getBoundingClientRect(),
      labels,
      chosen: board.state.label,
      legend,
      pointer: isByKey ? 'mouse' : 'touch',
      pick: (label) => this.#desk.pickLabel(label),
      undo: () => {},
      closed: () => button.focus(),
    });
  }

  get areLabelsOpen(): boolean {
    return this.#labels.isOpen;
  }

  /** A press beside the labels leaves them as they are; the button that opens them closes them itself. */
  readonly #onPress = (event: Event): void => {
    const isButton = event
      .composedPath()
      .some((at) => at instanceof Element && at.matches('.coverage-label'));
    if (!isButton) this.#labels.close();
  };

  /** What is offered for selected areas, in the place where tools have their settings. */
  #selectionBar(isCompact: boolean): TemplateResult | typeof nothing {
    const {context, board} = this.#desk;
    const words = this.#host.words();
    const regions = selectedRegions(context);
    const [first] = regions;
    if (!first) return isCompact ? nothing : html`<span class="tools-hint">${words.selectHint}</span>`;
    const isLocked = regions.every(({number}) => board.isLocked(number));
    return html`<span class="tools-name"
        >${chip(this.#desk.looks.of(first.number))}<bdi
          >${visibleText(nameRegions(context, regions))}</bdi
        ></span
      >
      ${
        board.hasInstances
          ? html`${toolButton({
              name: words.merge,
              key: this.#host.keyOf('merge'),
              shapes: Combine,
              isDisabled: regions.length < 2 || isLocked,
              press: () => this.#desk.tell(mergeRegions(context)),
            })}${toolButton({
              name: words.cut,
              key: this.#host.keyOf('cut'),
              shapes: Scissors,
              isPressed: this.#desk.isCutting,
              isDisabled: regions.length !== 1 || isLocked,
              press: () => {
                this.#desk.cut();
                this.#desk.viewer?.focus();
              },
            })}`
          : nothing
      }
      ${toolButton({
        name: words.delete,
        key: this.#host.keyOf('delete'),
        shapes: Trash,
        isDisabled: isLocked,
        press: () => this.#desk.tell(deleteRegions(context)),
      })}
      <span class="more"
        >${toolButton({
          name: words.more,
          shapes: Ellipsis,
          press: () => {
            this.#again = () => this.#openBelow('.more', areaMenu(this.#view, regions));
            this.#again();
          },
        })}</span
      >`;
  }

  get #view(): MaskMenuView {
    return {
      desk: this.#desk,
      words: this.#host.words(),
      isReadonly: this.#host.isLocked(),
      keyOf: (command) => this.#host.keyOf(command),
      language: this.#host.language(),
      again: () => this.#again(),
    };
  }

  /** The menu of what is under the pointer. An area that is not selected yet becomes the selection. */
  openMenu(input: StageInput, at: PointerInput): void {
    const {board, context} = this.#desk;
    const number = board.numberAt(at.at);
    const isSeen = number > 0 && !board.isHidden(number);
    if (isSeen && !board.state.selection.has(number)) selectRegions(context, [number]);
    const open = (): boolean =>
      this.#open(areaMenu(this.#view, isSeen ? selectedRegions(context) : []), this.#onPage(input.point));
    this.#again = () => void open();
    open();
  }

  /** The menu of the selected areas, at their corner; for keys. False when there is none to show. */
  openMenuForSelection(): boolean {
    const {viewer, board, context} = this.#desk;
    const regions = selectedRegions(context);
    const bounds = regions[0] && regionBounds(board, regions[0].number);
    const sight = viewer?.sight;
    if (!sight || !bounds) return false;
    const {left, top, width, height} = onStage(bounds, sight);
    this.#again = () => void this.openMenuForSelection();
    const isRightToLeft = this.#host.element.matches(':dir(rtl)');
    const within = (value: number, size: number): number => Math.max(0, Math.min(size, value));
    const corner = {
      x: within(left + (isRightToLeft ? 0 : width), sight.stage.width),
      y: within(top + height, sight.stage.height),
    };
    return this.#open(areaMenu(this.#view, regions), this.#onPage(corner));
  }

  /** The menu with corrections, under the button that opens it. */
  openCorrections(button: HTMLElement, regions: Parameters<typeof correctionsMenu>[1]): void {
    const {left, bottom, right} = button.getBoundingClientRect();
    const isRightToLeft = button.matches(':dir(rtl)');
    const at = {x: isRightToLeft ? right : left, y: bottom + 4};
    this.#again = () => this.openCorrections(button, regions);
    this.#open(correctionsMenu(this.#view, regions), at, () => button.focus());
  }

  #openBelow(selector: string, groups: readonly MenuGroup[]): void {
    const button = this.#host.element.renderRoot.querySelector<HTMLElement>(`${selector} button`);
    if (!button) return;
    const {left, bottom} = button.getBoundingClientRect();
    this.#open(groups, {x: left, y: bottom + 4}, () => button.focus());
  }

  #open(
    groups: readonly MenuGroup[],
    at: Point | undefined,
    closed = (): void => this.#desk.viewer?.focus(),
  ): boolean {
    if (!at || groups.every(({items}) => items.length === 0)) return false;
    this.#menu.open({name: this.#host.words().areaMenu, groups, at, closed});
    return true;
  }

  #onPage(point: Point): Point | undefined {
    const stage = this.#desk.viewer?.shadowRoot?.querySelector<HTMLElement>('.stage');
    return stage ? onPage(stage, point) : undefined;
  }
}
