/** A list of KiCad's files: its words and texts, and the lists in it, in order. */
export type Tree = (string | Tree)[]

/** Reads a file that is one list. Throws on one that is not whole. */
export function read(file: string): Tree {
  const tokens = file.match(/"(?:[^"\\]|\\.)*"|[()]|[^\s()"]+/g) ?? []
  let at = 0
  const list = (): Tree => {
    const tree: Tree = []
    while (at < tokens.length) {
      const token = tokens[at++] ?? ''
      if (token === ')') return tree
      if (token === '(') tree.push(list())
      else tree.push(token.startsWith('"') ? token.slice(1, -1).replaceAll(/\\(.)/g, '$1') : token)
    }
    throw new Error('a list has no end')
  }
  if (tokens[at++] !== '(') throw new Error('the file is not a list')
  const tree = list()
  if (at < tokens.length) throw new Error('something follows the list')
  return tree
}

/** The lists in a list that start with a word. */
export const find = (tree: Tree | undefined, word: string): Tree[] =>
  (tree ?? []).filter((part): part is Tree => Array.isArray(part) && part[0] === word)
