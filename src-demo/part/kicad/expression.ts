/** What KiCad's files consist of: words and numbers as they are, texts in quotes, and lists of these. */
export type Expression = Word | readonly Expression[]

type Word = string | number | Text

interface Text {
  text: string
}

export const text = (value: string): Text => ({ text: value })

/** Written as KiCad does: a list of lists takes a line for each of them, everything else stays on one. Ends with a line break. */
export const written = (expression: Expression): string => `${line(expression, '')}\n`

function line(expression: Expression, indent: string): string {
  if (!isList(expression)) return token(expression)
  const words = expression.filter(isWord)
  const lists = expression.filter(isList)
  const head = words.map(token).join(' ')
  if (lists.length === 0) return `(${head})`
  const inner = `${indent}\t`
  return `(${[head, ...lists.map((list) => `${inner}${line(list, inner)}`)].join('\n')}\n${indent})`
}

const isWord = (expression: Expression): expression is Word => !isList(expression)

const isList = (expression: Expression): expression is readonly Expression[] => Array.isArray(expression)

const token = (word: Word): string => {
  if (typeof word !== 'object') return String(word)
  return `"${word.text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
