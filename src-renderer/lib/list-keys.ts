/** Where a key leads in a list of `total`; undefined when it is not for lists or leads nowhere. Stops at both ends. */
export function moveInList(key: string, from: number | undefined, total: number): number | undefined {
  if (total === 0) return undefined
  const last = total - 1
  switch (key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return from === undefined ? 0 : Math.min(last, from + 1)
    case 'k':
    case 'K':
    case 'ArrowUp':
      return from === undefined ? last : Math.max(0, from - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
