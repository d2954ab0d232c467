/** Calls `work` once, `ms` after the first of a burst of calls. */
export function coalesce(ms: number, work: () => void): () => void {
  let due = false
  return () => {
    if (due) return
    due = true
    setTimeout(() => {
      due = false
      work()
    }, ms)
  }
}
