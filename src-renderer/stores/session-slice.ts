import type { Session } from '../../src-shared/contract/session'
import { type Problem, problemFrom } from '../lib/problem'
import type { ConnectState, Slice } from './connect-store'
import { noFacts } from './host-slice'

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
  /** Somebody is using this page, which puts off the automatic lock of its server. */
  sayPresence(): void
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
    if (ticket !== undefined && (await exchange(set, get, ticket))) return
    const late = (token: string) => {
      // Whoever signed in meanwhile stays who they are.
      if (get().phase === 'signed_out') void get().signIn(token)
    }
    // A session ends with the server's process, so one that is kept here may be of the server before.
    for (const candidate of [async () => session.token(), () => session.askOtherTabs(late)]) {
      const token = await candidate()
      if (token === undefined) continue
      const problem = await enter(set, get, token)
      if (problem === undefined) return
      if (problem.code !== 'UNAUTHORIZED') return set({ phase: 'signed_out', signInProblem: problem })
    }
    get().signOut()
  },

  async signIn(token) {
    const problem = await enter(set, get, token)
    if (problem !== undefined) get().signOut(problem)
  },

  async switchActor(subject) {
    const { session } = get().host
    if (session === null) return
    // The old session ends with the switch, and its event stream must not be mistaken for a lost one.
    get().dropData()
    set(noFacts)
    try {
      const { token, actor, actors } = await get().client.session.switch({ subject })
      session.remember(token)
      set({ actor, actors })
    } finally {
      await get().readVault()
    }
  },

  sayPresence() {
    const { vault, answering, client } = get()
    // A failure has been heard of by the client's own ear, like that of every call.
    if (vault === 'unlocked' && answering) client.session.presence().catch(() => undefined)
  },

  signOut(problem) {
    get().host.session?.forget()
    get().dropData()
    set({ ...noFacts, phase: 'signed_out', actor: null, actors: [], vault: 'unknown', signInProblem: problem })
  },
})

type Set = (part: Partial<ConnectState>) => void
type Get = () => ConnectState

/** Tries a token. Answers why it could not be used, if it could not. */
async function enter(set: Set, get: Get, token: string): Promise<Problem | undefined> {
  const { client, host } = get()
  host.session?.remember(token)
  try {
    const { actor, actors } = await client.session.current()
    set({ actor, actors, phase: 'signed_in', signInProblem: undefined })
  } catch (error) {
    return problemFrom(error)
  }
  await get().readVault()
  return undefined
}

/** Answers whether it worked; a used or old ticket leaves room for a session that this or another tab still has. */
async function exchange(set: Set, get: Get, ticket: string): Promise<boolean> {
  try {
    const { token } = await get().client.session.exchange({ ticket })
    return (await enter(set, get, token)) === undefined
  } catch {
    return false
  }
}
