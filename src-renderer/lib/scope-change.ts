export interface ScopeChange {
  added: string[]
  lost: string[]
}

/** What a reconnect changed in what was granted; undefined when nothing did. */
export function scopeChange(before: readonly string[], now: readonly string[]): ScopeChange | undefined {
  const added = now.filter((scope) => !before.includes(scope))
  const lost = before.filter((scope) => !now.includes(scope))
  return added.length + lost.length > 0 ? { added, lost } : undefined
}
