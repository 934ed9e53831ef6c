/**
 * Everything in one file, for `<script type="module">`.
 *
 * @module
 */
export * from './index.js';
export * as formats from './formats.js';
export * as session from './session.js';
export * as strings from './strings.js';
