/** A sentence with something other than text in it: words and parts, in the order in which this language has them. */
export type Rich<Part> = readonly (string | Part)[]

/** rich`Removed by ${who}.`: for sentences that hold a link, a key cap or a time that moves. */
export function rich<Part>(texts: TemplateStringsArray, ...parts: readonly Part[]): Rich<Part> {
  return texts.flatMap((text, index): Rich<Part> => {
    const part = parts[index]
    return part === undefined ? [text] : [text, part]
  })
}
