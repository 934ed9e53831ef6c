/** The outline of a brush's footprint. */
export type BrushShape = 'disc' | 'square';
