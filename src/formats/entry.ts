import type {JsonObject} from '../base/json.js';

/** One input manifest line as an object: every key of the line, known or not, in the order of the line. */
export type ManifestEntry = JsonObject;
