import {isJsonObject, member, objectFrom, type JsonObject, type JsonValue} from '../base/json.js';
import {base64Of} from '../base/base64.js';
import type {WorkerAnswer} from '../formats/worker-response.js';
import type {ItemFiles} from './session-store.js';

/**
 * The answer for storing: a mask that it holds as text is a file too, which is kept once. In the place of the text
 * stands the path of the file. Answers without files stay what they are.
 */
export function withoutFiles(answer: WorkerAnswer, paths: readonly string[]): WorkerAnswer {
  const [path] = paths;
  if (path === undefined) return answer;
  return mapMasks(answer, (image) =>
    typeof member(image, 'pngImageData') === 'string' ? {...image, pngImageData: {file: path}} : image,
  );
}

/** The answer as a worker response holds it. `undefined` when a file is missing. */
export async function withFiles(answer: WorkerAnswer, files: ItemFiles): Promise<WorkerAnswer | undefined> {
  const texts = new Map<string, string>();
  for (const path of pathsIn(answer)) {
    const file = files.get(path);
    const bytes = file && (await file.arrayBuffer().catch(() => undefined));
    if (!bytes) return undefined;
    texts.set(path, base64Of(new Uint8Array(bytes)));
  }
  if (texts.size === 0) return answer;
  return mapMasks(answer, (image) => {
    const path = pathIn(image);
    return path === undefined ? image : {...image, pngImageData: texts.get(path) as string};
  });
}

function pathsIn({answerContent}: WorkerAnswer): readonly string[] {
  return Object.values(answerContent).flatMap((widget) => {
    const image = imageIn(widget);
    return (image && pathIn(image)) ?? [];
  });
}

function imageIn(widget: JsonValue): JsonObject | undefined {
  const image = isJsonObject(widget) ? member(widget, 'labeledImage') : undefined;
  return image !== undefined && isJsonObject(image) ? image : undefined;
}

function pathIn(image: JsonObject): string | undefined {
  const data = member(image, 'pngImageData');
  const path = data !== undefined && isJsonObject(data) ? member(data, 'file') : undefined;
  return typeof path === 'string' ? path : undefined;
}

function mapMasks(answer: WorkerAnswer, map: (image: JsonObject) => JsonObject): WorkerAnswer {
  const answerContent = objectFrom(
    Object.entries(answer.answerContent).map(([name, widget]): [string, JsonValue] => {
      const image = imageIn(widget);
      return [name, image ? {...(widget as JsonObject), labeledImage: map(image)} : widget];
    }),
  );
  return {...answer, answerContent};
}
