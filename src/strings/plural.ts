/** The form of a phrase for a number: `plural('en', 2, {one: 'box', other: 'boxes'})` is `boxes`. */
export function plural(
  language: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & {other: string},
): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}
