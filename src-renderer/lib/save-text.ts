import type { Host } from './host'

/**
 * Hands a person a file, given in parts. The desktop application refuses every download of its page, so there it goes to the clipboard
 * instead. Answers which of them it was.
 */
export async function saveText(
  { kind }: Pick<Host, 'kind'>,
  { name, type }: { name: string; type: string },
  parts: readonly string[],
): Promise<'saved' | 'copied'> {
  if (kind === 'desktop') {
    await navigator.clipboard.writeText(parts.join(''))
    return 'copied'
  }
  const url = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
  return 'saved'
}
