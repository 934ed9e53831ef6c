import {chooseItems, manifestOfItems, type ItemChoice} from '../formats/choose-items.js';
import {indexAtOnce} from '../formats/index-lines.js';
import {openManifest} from '../formats/manifest.js';

/** What the page sends: a manifest in UTF-8, and what is wanted of it. */
export interface ChooseRequest {
  readonly blob: Blob;
  readonly choice: ItemChoice;
}

/** What comes back. */
export type ChooseReply =
  {readonly items: Uint32Array<ArrayBuffer>; readonly manifest: Blob} | {readonly failed: string};

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ChooseRequest>) => void) | null;
  postMessage(reply: ChooseReply, transfer: Transferable[]): void;
};

scope.onmessage = ({data: {blob, choice}}) => {
  void choose(blob, choice).then(
    (reply) => scope.postMessage(reply, [reply.items.buffer]),
    (error: unknown) => scope.postMessage({failed: String(error)}, []),
  );
};

async function choose(blob: Blob, choice: ItemChoice) {
  const manifest = await openManifest(blob, {index: indexAtOnce});
  const items = (await chooseItems(manifest, choice)) as Uint32Array<ArrayBuffer>;
  return {items, manifest: await manifestOfItems(manifest, items)};
}
