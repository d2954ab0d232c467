import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions, Notification as Real } from 'electron'
import { standIn, standInClass } from '../stand-in'

/** What was shown and not closed since, the oldest first. */
export const shownNotifications: Real[] = []

class NotificationFace extends EventEmitter {
  title: string
  body: string
  silent: boolean

  constructor(options: NotificationConstructorOptions) {
    super()
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
  }
  show(): void {
    const face = faces.get(this)
    if (!face) return
    shownNotifications.push(face)
    this.emit('show')
  }
  close(): void {
    const face = faces.get(this)
    const at = face ? shownNotifications.indexOf(face) : -1
    if (at === -1) return
    shownNotifications.splice(at, 1)
    this.emit('close')
  }
}

/** Called through its face, a method has the face for `this`; called from within, itself. */
const faces = new WeakMap<object, Real>()

export const Notification = standInClass<typeof Real>(
  'Notification',
  (options = {}) => {
    const own = new NotificationFace(options)
    const face = standIn<Real>('Notification')(own)
    faces.set(own, face).set(face, face)
    return face
  },
  { isSupported: () => true },
)
