/** A D-Bus signal, as far as a locked screen is told by it. */
export interface BusSignal {
  path: string
  interface: string
  member: string
  body: readonly unknown[]
}

/** The interfaces of desktops that say when their lock screen appears. */
const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
]

const login = { sender: 'org.freedesktop.login1', session: 'org.freedesktop.login1.Session' }
const properties = 'org.freedesktop.DBus.Properties'

/** What to listen for on the session bus. */
export const sessionRules: readonly string[] = screenSavers.map(
  (name) => `type='signal',interface='${name}',member='ActiveChanged'`,
)

/**
 * What to listen for on the system bus. The bus itself sees to it that nobody but logind is its sender.
 * @param session object path of our own login session: another person's is no concern of ours
 */
export function systemRules(session: string): readonly string[] {
  const from = `type='signal',sender='${login.sender}',path='${session}'`
  return [`${from},interface='${login.session}',member='Lock'`, `${from},interface='${properties}',member='PropertiesChanged'`]
}

/** Whether a signal of the session bus says that the screen is locked now. */
export function savesScreen({ interface: name, member, body }: BusSignal): boolean {
  return screenSavers.includes(name) && member === 'ActiveChanged' && body[0] === true
}

/** Whether a signal of the system bus says that this login session is locked, or is to be. */
export function locksSession(signal: BusSignal, session: string): boolean {
  if (signal.path !== session) return false
  if (signal.interface === login.session) return signal.member === 'Lock'
  if (signal.interface !== properties || signal.member !== 'PropertiesChanged') return false
  const [of, changed] = signal.body
  return of === login.session && isTrue(changed, 'LockedHint')
}

/** Of a dictionary of variants, which arrive as objects with a value. */
function isTrue(changed: unknown, name: string): boolean {
  if (typeof changed !== 'object' || changed === null) return false
  const variant: unknown = Reflect.get(changed, name)
  return typeof variant === 'object' && variant !== null && 'value' in variant && variant.value === true
}
