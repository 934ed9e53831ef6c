/*
 * The neutral globals the plain-data rooms may use: each exists in pages, workers and Node, touches no screen and
 * no storage, and is declared here one by one with its reason. Only tsconfig.pure.json includes this file.
 */

/** `base/warn.ts` tells the page's developer about mistakes. */
declare const console: {warn(message: string): void};
