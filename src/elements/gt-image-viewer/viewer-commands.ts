import {panSteps} from './viewer-keymap.js';

/** What keys can ask of a viewer. */
export interface ViewerActs {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  actualSize(): void;
  previousView(): void;
  panBy(dx: number, dy: number): void;
  toggleAdjustments(): void;
  toggleLoupe(): void;
}

const acts: Readonly<Record<string, (viewer: ViewerActs) => void>> = {
  'zoom-in': (viewer) => viewer.zoomIn(),
  'zoom-out': (viewer) => viewer.zoomOut(),
  fit: (viewer) => viewer.fit(),
  'actual-size': (viewer) => viewer.actualSize(),
  'previous-view': (viewer) => viewer.previousView(),
  loupe: (viewer) => viewer.toggleLoupe(),
  adjustments: (viewer) => viewer.toggleAdjustments(),
};

/** Runs a command of the keymap. Arrow keys move the picture only from the stage itself. False if there is nothing to do. */
export function runViewerCommand(viewer: ViewerActs, command: string, isOnStage: boolean): boolean {
  const step = panSteps[command];
  if (step) {
    if (isOnStage) viewer.panBy(...step);
    return isOnStage;
  }
  const act = acts[command];
  act?.(viewer);
  return act !== undefined;
}
