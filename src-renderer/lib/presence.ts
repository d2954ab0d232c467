/** The automatic lock counts in minutes: saying it this often is soon enough, and no burden. */
const sayEveryMs = 15_000

const signs = ['pointerdown', 'keydown', 'wheel'] as const

/** Says that somebody is there while `target` is touched, and no more often than it needs to be said. Looking on is not touching. */
export function whileTouched(
  target: Pick<EventTarget, 'addEventListener'>,
  say: () => void,
  now = () => performance.now(),
): void {
  let said = Number.NEGATIVE_INFINITY
  const touched = () => {
    if (now() - said < sayEveryMs) return
    said = now()
    say()
  }
  for (const sign of signs) target.addEventListener(sign, touched, { capture: true, passive: true })
}
