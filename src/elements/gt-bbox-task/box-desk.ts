import {BoxStage} from '../../canvas/box-stage.js';
import type {Outcome} from '../../editor/act.js';
import {BoxIndex} from '../../editor/box-index.js';
import {Drawing, type ToolName} from '../../editor/drawing.js';
import type {Editor} from '../../editor/editor.js';
import type {PointerInput, Tool, ToolContext} from '../../editor/tool.js';
import {DrawBoxTool} from '../../editor/tools/draw-box.js';
import {DrawExtremesTool} from '../../editor/tools/draw-extremes.js';
import {SelectTool} from '../../editor/tools/select.js';
import type {Sight} from '../../geometry/sight.js';
import {boundsOf} from '../../geometry/box.js';
import type {Change} from '../../model/change.js';
import type {Label} from '../../model/label.js';
import type {RecordId} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import type {BoxRequest} from '../gt-box-list/box-request.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import type {StageInput} from '../gt-image-viewer/stage-layer.js';
import {lookOf, type Look} from '../shared/palette.js';
import {StagePointer} from './stage-pointer.js';

/** What the desk needs of the element around it. */
export interface DeskHost {
  words(): Strings['boxes'];
  language(): string;
  commit(name: string, changes: readonly Change[], mergeKey?: string): void;
  /** Says what came of an act. */
  tell(message: string): void;
  isLocked(): boolean;
  viewer(): GtImageViewer | null;
}

/** Everything boxes are made and changed with: drawing board, tools, stage. The element around it only shows it. */
export class BoxDesk {
  readonly drawing: Drawing;
  readonly pointer: StagePointer;
  readonly #host: DeskHost;
  readonly #index: BoxIndex;
  readonly #tools: Readonly<Record<ToolName, Tool>>;
  #stage: BoxStage | undefined;
  #labels: readonly Label[] = [];
  #looks: ReadonlyMap<string, Look> = new Map();

  constructor(editor: Editor, host: DeskHost) {
    this.#host = host;
    this.#index = new BoxIndex(editor);
    this.drawing = new Drawing(editor);
    const context = this.#context();
    this.#tools = {
      select: new SelectTool(context),
      box: new DrawBoxTool(context),
      extremes: new DrawExtremesTool(context),
    };
    this.pointer = new StagePointer(this.#pointerHost());
  }

  /** What paints the boxes; nothing while the element is not on a page. */
  get stage(): BoxStage | undefined {
    return this.#stage;
  }

  get tool(): Tool {
    return this.#host.isLocked() ? this.#tools.select : this.#tools[this.drawing.state.tool];
  }

  open(): void {
    this.#stage ??= new BoxStage(this.drawing.editor, this.drawing, this.#index, this.#options());
  }

  close(): void {
    this.tool.cancel();
    this.#stage?.destroy();
    this.#stage = undefined;
  }

  startItem(): void {
    for (const tool of Object.values(this.#tools)) while (tool.cancel());
    this.drawing.set({
      selection: new Set(),
      hovered: undefined,
      preview: undefined,
      cursor: undefined,
      hiddenIds: new Set(),
      isAllHidden: false,
      lockedIds: new Set(),
    });
  }

  setLabels(labels: readonly Label[]): void {
    if (labels === this.#labels) return;
    this.#labels = labels;
    this.#looks = new Map(labels.map((label, index) => [label.label, lookOf(label, index)]));
    const {label} = this.drawing.state;
    if (!this.#looks.has(label)) this.drawing.set({label: labels[0]?.label ?? ''});
    this.#stage?.set(this.#options());
  }

  pickLabel(label: string): void {
    this.drawing.set({label});
  }

  show(ids: readonly RecordId[]): void {
    const {records} = this.drawing.editor.state.document;
    const boxes = ids.flatMap((id) => {
      const record = records.get(id);
      return record?.kind === 'box' ? [record.box] : [];
    });
    this.drawing.set({selection: new Set(ids)});
    const bounds = boundsOf(boxes);
    if (bounds) this.#host.viewer()?.reveal(bounds);
  }

  run(_command: string): boolean {
    return false;
  }

  ask(request: BoxRequest): void {
    if (request.type === 'select') this.show(request.ids);
    if (request.type === 'hover') this.drawing.set({hovered: request.id});
  }

  #context(): ToolContext {
    const host = this.#host;
    return {
      drawing: this.drawing,
      index: this.#index,
      get words() {
        return host.words();
      },
      get language() {
        return host.language();
      },
      commit: (name, changes, mergeKey) => host.commit(name, changes, mergeKey),
      tell: (outcome: Outcome) => host.tell(outcome.message),
    };
  }

  #options() {
    const looks = this.#looks;
    return {
      lookOf: (label: string): Look => looks.get(label) ?? {color: '#808080', pattern: 'solid'},
      shortNameOf: (label: string): string => {
        const index = this.#labels.findIndex((known) => known.label === label);
        return index < 0 ? '?' : String(index + 1);
      },
    };
  }

  #pointerHost() {
    const desk = this;
    return {
      drawing: this.drawing,
      get sight(): Sight | undefined {
        return desk.#host.viewer()?.sight;
      },
      get tool(): Tool {
        return desk.tool;
      },
      pointerMoved: (input: StageInput | undefined) => this.#stage?.pointerAt(input?.point),
      menu: (_input: StageInput, _at: PointerInput) => {},
    };
  }
}
