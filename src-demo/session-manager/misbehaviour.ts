/** What a session manager does that it should not. Everything is off at first, and may be changed at any time. */
export interface Misbehaviour {
  /** Each answer with content breaks off at the next multiple of this many bytes of the file. */
  cutEvery: number | null
  /** Offsets in a file, each good once: the answer that reaches it breaks off there. */
  cutAt: number[]
  /** Answers with content stop at this offset, with the connection open. */
  stallAt: number | null
  /** Of each answer with content. */
  bytesPerSecond: number | null
  /** Awaited before each part of a file is sent, which starts at `offset`: for whoever wants to do something at that point. */
  pace: ((offset: number) => Promise<void>) | null
  /** `Range` is not looked at: every answer has the whole file. */
  ignoreRange: boolean
  /** Content is asked for elsewhere: 302. */
  redirectContentTo: string | null
  /** Requests for content are taken and never answered. */
  neverAnswer: boolean
  /** Sessions are opened, and nothing is said in them, not even to a ping. */
  neverSpeak: boolean
  /** Every delivery is announced two times. */
  announceTwice: boolean
}

export const wellBehaved = (): Misbehaviour => ({
  cutEvery: null,
  cutAt: [],
  stallAt: null,
  bytesPerSecond: null,
  pace: null,
  ignoreRange: false,
  redirectContentTo: null,
  neverAnswer: false,
  neverSpeak: false,
  announceTwice: false,
})

/** Where an answer that is at `offset` breaks off; undefined where it does not. */
export function nextCut({ cutEvery, cutAt }: Misbehaviour, offset: number): number | undefined {
  const cuts = cutAt.filter((cut) => cut > offset)
  if (cutEvery !== null) cuts.push((Math.floor(offset / cutEvery) + 1) * cutEvery)
  return cuts.length === 0 ? undefined : Math.min(...cuts)
}
