import {isJsonObject, member, type JsonObject, type JsonValue} from '../../base/json.js';
import {listIn, textIn} from '../../base/json-readers.js';

/** The labels that an answer says, each as often as it says it: once a box, once a thing. */
export function labelsSaid(answerContent: JsonObject): readonly string[] {
  return Object.values(answerContent).flatMap((widget) =>
    isJsonObject(widget) ? labelsOfWidget(widget) : [],
  );
}

function labelsOfWidget(widget: JsonObject): readonly string[] {
  const label = member(widget, 'label');
  if (typeof label === 'string') return [label];
  const mappings = member(widget, 'labelMappings');
  if (mappings !== undefined && isJsonObject(mappings)) return Object.keys(mappings);
  return [
    ...(listIn(member(widget, 'labels'), textIn) ?? []),
    ...labelsIn(member(widget, 'boundingBoxes')),
    ...labelsIn(member(widget, 'instances')),
  ];
}

const labelsIn = (list: JsonValue | undefined): readonly string[] =>
  Array.isArray(list)
    ? (list as readonly JsonValue[]).flatMap((one) => {
        const label = isJsonObject(one) ? member(one, 'label') : undefined;
        return typeof label === 'string' ? [label] : [];
      })
    : [];
