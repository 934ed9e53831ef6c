/** A share of the picture as people read it: `12 %`, `<0.1 %`. */
export function shareText(share: number, language: string): string {
  const percent = (value: number, digits: number): string =>
    value.toLocaleString(language, {style: 'percent', maximumFractionDigits: digits});
  if (share <= 0) return percent(0, 0);
  if (share < 0.001) return `<${percent(0.001, 1)}`;
  // What is not all must not look like all.
  if (share < 1 && share > 0.999) return `>${percent(0.999, 1)}`;
  const isNearAnEnd = share < 0.1 || share > 0.99;
  return percent(share, share < 1 && isNearAnEnd ? 1 : 0);
}
