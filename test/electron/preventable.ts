/** An event as Electron passes it: a listener may say that what follows shall not happen. */
export interface Preventable {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** @param more what this kind of event carries beside */
export function preventable<More extends object>(more: More): More & Preventable {
  let prevented = false
  const event = {
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(more)) as More & Preventable
}
