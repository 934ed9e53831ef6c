import {css, html, LitElement, type TemplateResult} from 'lit';
import type {ToolName} from '../../editor/drawing.js';
import type {Label} from '../../model/label.js';
import {boxWords} from '../../strings/english/boxes.js';
import {addEnglish} from '../../strings/strings.js';
import type {BoxRequest} from '../gt-box-list/box-request.js';
import type {BoxRow} from '../gt-box-list/list-items.js';
import {chipStyles} from '../shared/chip.styles.js';
import {cssProperties} from '../shared/css-properties.js';
import {controls} from '../shared/controls.styles.js';
import {lookOf} from '../shared/palette.js';
import {StringsController} from '../shared/strings-controller.js';
import {tokens} from '../shared/tokens.styles.js';
import {boxMenu} from './box-menu.js';
import {ContextMenu} from '../stage/context-menu.js';
import {contextMenuStyles} from '../stage/context-menu.styles.js';
import {LabelPopover} from '../stage/label-popover.js';
import {MiniBar, type Constraints} from './mini-bar.js';
import type {ScreenRect} from '../stage/placement.js';
import {ToolBar, type OverlayLook} from './tool-bar.js';
import {toolBarStyles} from '../stage/tool-bar.styles.js';

addEnglish(boxWords);

/** A stage with nothing on it but one frame, for the panels around it. It keeps what they ask for. */
export class PanelsStage extends LitElement {
  static override styles = [
    tokens,
    controls,
    chipStyles,
    toolBarStyles,
    contextMenuStyles,
    css`
      .place {
        position: relative;
        height: 420px;
        overflow: hidden;
        container-type: inline-size;
      }

      .stage {
        height: 100%;
        background: light-dark(#eceef2, #0c0d0f);
        outline-offset: -2px;
      }

      .frame {
        position: absolute;
        border: 2px solid #0072b2;
      }
    `,
  ];
  static override properties = {
    labels: {attribute: false},
    rows: {attribute: false},
    selectedIds: {attribute: false},
    constraints: {attribute: false},
  };

  declare labels: readonly Label[];
  declare rows: readonly BoxRow[];
  declare selectedIds: readonly string[];
  declare constraints: Constraints | undefined;

  readonly log: (
    BoxRequest | {readonly type: 'tool' | 'nothing' | 'look' | 'label'; readonly what: unknown}
  )[] = [];
  readonly strings = new StringsController(this);
  readonly tools = new ToolBar(this);
  readonly mini = new MiniBar(this);
  readonly menu = new ContextMenu(this);
  readonly picker = new LabelPopover(this);
  tool: ToolName = 'box';
  isNothing = false;
  look: OverlayLook = {fillOpacity: 0.1, isOutlineOnly: false, tags: 'hover', hasGuides: true};
  box: ScreenRect = {left: 220, top: 180, width: 140, height: 90};

  constructor() {
    super();
    this.labels = [{label: 'car'}, {label: 'dog'}, {label: 'traffic light'}];
    this.rows = [];
    this.selectedIds = [];
    this.constraints = undefined;
  }

  get stage(): HTMLElement {
    return this.renderRoot.querySelector('.stage') as HTMLElement;
  }

  readonly ask = (request: BoxRequest): void => void this.log.push(request);
  readonly keyOf = (command: string): string | undefined =>
    ({'tool-select': 'V', 'tool-box': 'R', nothing: 'N', delete: 'Delete', duplicate: 'Ctrl+D'})[command];
  get looks() {
    return new Map(this.labels.map((label, index) => [label.label, lookOf(label, index)]));
  }

  place(box: ScreenRect = this.box): void {
    this.box = box;
    const {offsetWidth: width, offsetHeight: height} = this.stage;
    this.mini.place(box, {width, height});
    this.requestUpdate();
  }

  openMenu(x: number, y: number, stacked: readonly BoxRow[] = this.rows): void {
    const {boxTask: words} = this.strings.text;
    this.menu.open({
      name: words.boxMenu,
      at: {x, y},
      groups: boxMenu({
        words,
        language: this.strings.language,
        stacked,
        targets: this.rows.filter(({id}) => this.selectedIds.includes(id)),
        all: this.rows.map(({id}) => id),
        labels: this.labels,
        looks: this.looks,
        isReadonly: false,
        keyOf: this.keyOf,
        ask: this.ask,
      }),
      closed: () => this.stage.focus(),
    });
  }

  openLabels(pointer: 'mouse' | 'touch' = 'mouse'): void {
    const {left, top} = this.stage.getBoundingClientRect();
    this.picker.open({
      beside: {...this.box, left: this.box.left + left, top: this.box.top + top},
      labels: this.labels,
      chosen: this.labels[0]?.label,
      legend: this.strings.text.boxTask.nextBoxLabel,
      pointer,
      undo: () => {},
      pick: (what) => this.log.push({type: 'label', what}),
      closed: () => this.stage.focus(),
    });
  }

  protected override render(): TemplateResult {
    const {boxTask: words} = this.strings.text;
    const rows = this.rows.filter(({id}) => this.selectedIds.includes(id));
    const {left, top, width, height} = this.box;
    const frame = {left, top, width, height};
    const lengths = Object.entries(frame).map(([name, value]) => [name, `${value}px`]);
    return html`<div class="place">
      <div
        class="stage"
        tabindex="0"
        role="application"
        aria-label="Stage"
        @pointerdown=${() => this.picker.close()}
      >
        <div class="frame" ${cssProperties(Object.fromEntries(lengths))}></div>
      </div>
      ${this.tools.view({
        words,
        language: this.strings.language,
        tool: this.tool,
        look: this.look,
        isNothing: this.isNothing,
        isLocked: false,
        keyOf: this.keyOf,
        chooseTool: (tool) => {
          this.tool = tool;
          this.log.push({type: 'tool', what: tool});
          this.requestUpdate();
        },
        setNothing: (what) => {
          this.isNothing = what;
          this.log.push({type: 'nothing', what});
          this.requestUpdate();
        },
        setLook: (look) => {
          this.look = look;
          this.log.push({type: 'look', what: look});
          this.requestUpdate();
        },
      })}
      ${this.mini.view({
        words,
        ids: rows.map(({id}) => id),
        label: rows.every(({label}) => label === rows[0]?.label) ? rows[0]?.label : undefined,
        look: this.looks.get(rows[0]?.label ?? ''),
        isHidden: rows.every((row) => row.isHidden),
        isLocked: rows.every((row) => row.isLocked),
        constraints: this.constraints,
        ask: this.ask,
        constrain: (constraints) => (this.constraints = constraints),
      })}
      ${this.menu.view}${this.picker.view}
    </div>`;
  }
}

/** Defined when first used: a harness may not register by being imported. */
export function panelsStage(): PanelsStage {
  if (!customElements.get('panels-stage')) customElements.define('panels-stage', PanelsStage);
  return new PanelsStage();
}
