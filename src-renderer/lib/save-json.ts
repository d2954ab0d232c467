import type { Host } from './host'

/**
 * Hands a person something as a JSON file. The desktop application refuses every download of its page, so there it goes to the
 * clipboard instead. Answers which of them it was.
 */
export async function saveJson({ kind }: Pick<Host, 'kind'>, fileName: string, value: unknown): Promise<'saved' | 'copied'> {
  const text = `${JSON.stringify(value, null, 2)}\n`
  if (kind === 'desktop') {
    await navigator.clipboard.writeText(text)
    return 'copied'
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
  return 'saved'
}
