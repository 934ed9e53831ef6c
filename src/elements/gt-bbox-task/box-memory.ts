import {member, type JsonObject, type JsonValue} from '../../base/json.js';
import {flagIn, listIn, membersIn, oneOf, textIn, within} from '../../base/json-readers.js';
import type {DrawingState} from '../../editor/drawing.js';
import {previewIn, writtenPreview} from '../../editor/stored-preview.js';
import type {DeskMemory} from '../stage/stage-memory.js';
import {known, knownSet} from '../stage/known.js';
import type {BoxDesk} from './box-desk.js';
import type {OverlayLook} from './tool-bar.js';

const toolIn = oneOf('select', 'box', 'extremes');

/** What a desk for boxes keeps beyond the page. */
export class BoxMemory implements DeskMemory {
  readonly #desk: BoxDesk;

  constructor(desk: BoxDesk) {
    this.#desk = desk;
  }

  get draft(): JsonObject | undefined {
    const {tool, drawing} = this.#desk;
    const drawn = tool.isDrawing ? writtenPreview(drawing.state.preview) : undefined;
    return drawn === undefined ? undefined : {tool: drawing.state.tool, drawn};
  }

  restoreDraft(draft: JsonObject): void {
    const {drawing} = this.#desk;
    const {frame, label} = drawing.state;
    const preview = frame && previewIn(member(draft, 'drawn'), frame.stored, label);
    if (preview && this.#arm(member(draft, 'tool'))) this.#desk.tool.resume?.(preview);
  }

  get workplace(): JsonObject {
    const {state} = this.#desk.drawing;
    return {
      tool: state.tool,
      label: state.label,
      selection: [...state.selection],
      hiddenIds: [...state.hiddenIds],
      lockedIds: [...state.lockedIds],
      hiddenLabels: [...state.hiddenLabels],
      lockedLabels: [...state.lockedLabels],
      look: {...this.#desk.overlay},
    };
  }

  takeWorkplace(workplace: JsonObject): void {
    const desk = this.#desk;
    const {drawing, labels} = desk;
    const {records} = drawing.editor.state.document;
    const isLabel = (label: string): boolean => labels.some((one) => one.label === label);
    const isBox = (id: string): boolean => records.get(id)?.kind === 'box';
    const idsIn = (value: JsonValue | undefined) => knownSet(listIn(value, textIn), isBox);
    const labelsIn = (value: JsonValue | undefined) => knownSet(listIn(value, textIn), isLabel);
    this.#arm(member(workplace, 'tool'));
    drawing.set(
      membersIn<Omit<DrawingState, 'frame' | 'tool' | 'hovered' | 'preview' | 'cursor' | 'isAllHidden'>>(
        workplace,
        {
          label: (value) => known(textIn(value), isLabel),
          selection: idsIn,
          hiddenIds: idsIn,
          lockedIds: idsIn,
          hiddenLabels: labelsIn,
          lockedLabels: labelsIn,
        },
      ),
    );
    desk.paint(
      membersIn<OverlayLook>(member(workplace, 'look'), {
        fillOpacity: within(0, 1),
        isOutlineOnly: flagIn,
        tags: oneOf('always', 'hover', 'selected', 'never'),
        hasGuides: flagIn,
      }),
    );
  }

  /** False where there is no such tool. */
  #arm(value: JsonValue | undefined): boolean {
    const tool = toolIn(value);
    const desk = this.#desk;
    if (tool !== undefined && tool !== desk.drawing.state.tool) desk.arm(tool);
    return tool === desk.drawing.state.tool;
  }
}
