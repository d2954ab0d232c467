/** Where it came from, or the page itself where that has gone meanwhile. */
export function giveBackFocus(element: Element | null): void {
  const target = element instanceof HTMLElement && element.isConnected && element !== document.body ? element : undefined
  const fallback = document.getElementById('page')
  ;(target ?? fallback)?.focus({ preventScroll: true })
}
