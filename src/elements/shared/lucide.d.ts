declare module 'lucide/dist/esm/icons/*.mjs' {
  /** Child elements of a 24 × 24 SVG: tag and attributes. */
  const icon: readonly (readonly [string, Readonly<Record<string, string>>])[];
  export default icon;
}
