const storageKey = 'neurocad-connect.notifications'

/** `unsupported` in browsers without them; `refused` where the person has told the browser never to ask again. */
export type NotificationChoice = 'on' | 'off' | 'refused' | 'unsupported'

const supported = typeof Notification !== 'undefined'
const listeners = new Set<() => void>()

/** On only while the person wants it and the browser still allows it. */
export function notificationChoice(): NotificationChoice {
  if (!supported) return 'unsupported'
  if (Notification.permission === 'denied') return 'refused'
  return Notification.permission === 'granted' && localStorage.getItem(storageKey) === 'on' ? 'on' : 'off'
}

/** Asks the browser where it was not asked yet, so call it from a click. Answers what came of it. */
export async function wantNotifications(wanted: boolean): Promise<NotificationChoice> {
  if (!supported) return 'unsupported'
  if (!wanted) localStorage.removeItem(storageKey)
  else if ((await Notification.requestPermission()) === 'granted') localStorage.setItem(storageKey, 'on')
  for (const listener of listeners) listener()
  return notificationChoice()
}

/** Calls back after each choice, from wherever it is made. Answers how to stop that. */
export function onNotificationChoice(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the person who looks elsewhere. Several tabs tell it once: the system keeps one of each tag. */
export function notifySystem({ text, detail }: { text: string; detail: string }, onOpen: () => void): void {
  if (notificationChoice() !== 'on' || document.hasFocus()) return
  const shown = new Notification(text, { body: detail, tag: 'neurocad-connect-attention' })
  shown.onclick = () => {
    window.focus()
    shown.close()
    onOpen()
  }
}
