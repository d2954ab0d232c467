/** How a language counts: `other` always, and whichever of its forms differ. Source: Unicode CLDR plural rules. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** The forms of numbers and amounts in one language, named by its BCP 47 tag. */
export function formsOf(locale: string) {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return {
    /** The form for this count, with every `#` in it replaced by the count: plural(3, { one: '# day', other: '# days' }). */
    plural: (count: number, forms: PluralForms): string =>
      (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count)),
    /** 10,000 */
    number: (value: number): string => numbers.format(value),
  }
}
