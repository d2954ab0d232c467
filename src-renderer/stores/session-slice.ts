import type { Session } from '../../src-shared/contract/session'
import { type Problem, problemFrom } from '../lib/problem'
import type { ConnectState, Slice } from './connect-store'

type Actor = Session['actor']

export interface SessionSlice {
  phase: 'starting' | 'signed_out' | 'signed_in'
  /** Null in the desktop application, where the window belongs to the owner. */
  actor: Actor | null
  /** More than one only in the demo. */
  actors: Actor[]
  signInProblem: Problem | undefined
  start(): Promise<void>
  /** With an access token as it stands in the `api-token` file. */
  signIn(token: string): Promise<void>
  switchActor(subject: string): Promise<void>
  signOut(problem?: Problem): void
}

export const sessionSlice: Slice<SessionSlice> = (set, get) => ({
  phase: 'starting',
  actor: null,
  actors: [],
  signInProblem: undefined,

  async start() {
    const { session } = get().host
    if (session === null) {
      set({ phase: 'signed_in' })
      return get().readVault()
    }
    const ticket = session.takeTicket()
    if (ticket !== undefined && (await exchange(get, ticket))) return
    const token = session.token() ?? (await session.askOtherTabs())
    if (token === undefined) set({ phase: 'signed_out' })
    else await get().signIn(token)
  },

  async signIn(token) {
    const { session } = get().host
    if (session === null) return
    session.remember(token)
    try {
      const { actor, actors } = await get().client.session.current()
      set({ actor, actors, phase: 'signed_in', signInProblem: undefined })
    } catch (error) {
      const problem = problemFrom(error)
      if (problem.code === 'ENGINE_GONE') set({ phase: 'signed_out', signInProblem: problem })
      else get().signOut(problem)
      return
    }
    await get().readVault()
  },

  async switchActor(subject) {
    const { session } = get().host
    if (session === null) return
    // The old session ends with the switch, and its event stream must not be mistaken for a lost one.
    get().dropData()
    try {
      const { token, actor, actors } = await get().client.session.switch({ subject })
      session.remember(token)
      set({ actor, actors })
    } finally {
      await get().readVault()
    }
  },

  signOut(problem) {
    get().host.session?.forget()
    get().dropData()
    set({ phase: 'signed_out', actor: null, actors: [], vault: 'unknown', signInProblem: problem })
  },
})

/** Answers whether it worked; a used or old ticket leaves room for a session that this or another tab still has. */
async function exchange(get: () => ConnectState, ticket: string): Promise<boolean> {
  try {
    const { token } = await get().client.session.exchange({ ticket })
    await get().signIn(token)
    return true
  } catch {
    return false
  }
}
